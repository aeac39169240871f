"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { MODES } from "@/lib/router/choice";
import { EFFORTS } from "@/lib/router/effort";
import type { RoutingView } from "@/lib/routing/routing-view";
import { GroupField } from "./group-field";
import { ModelCombobox } from "./model-combobox";
import { type RuleDraft, toEffort } from "./rule-draft";

/** What of a rule may be wrong. */
export type RuleField = "when" | "then" | "matches" | "longerThan" | "groupId" | "model";

interface RuleFormProps {
  rule: RuleDraft;
  models: RoutingView["models"];
  groups: RoutingView["groups"];
  errorOf: (field: RuleField) => string | null;
  onChange: (part: Partial<RuleDraft>) => void;
}

const AS_IT_IS = "as-it-is";

/** When a rule holds, and what it does then. */
export function RuleForm({ rule, models, groups, errorOf, onChange }: RuleFormProps) {
  const t = useTranslations("router.rules");
  const tMode = useTranslations("router.mode");
  const tEffort = useTranslations("chat.settings.efforts");
  const model = models.find(({ name }) => name === rule.model);
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <Field label={t("name")} className="min-w-0 flex-1 basis-56">
          <Input
            value={rule.name}
            maxLength={100}
            onChange={({ target }) => onChange({ name: target.value })}
          />
        </Field>
        <Checkbox
          label={t("enabled")}
          checked={rule.enabled}
          onChange={(enabled) => onChange({ enabled })}
          className="min-h-9"
        />
      </div>
      <fieldset className="flex flex-col gap-3" data-wrong={errorOf("when") !== null || undefined}>
        <legend className="mb-2 font-medium text-sm">{t("when")}</legend>
        <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
          <Field label={t("matches")} hint={t("matchesHint")} error={errorOf("matches")}>
            <Input
              value={rule.matches}
              maxLength={500}
              spellCheck={false}
              autoCapitalize="off"
              autoComplete="off"
              placeholder={t("matchesExample")}
              className="font-mono"
              onChange={({ target }) => onChange({ matches: target.value })}
            />
          </Field>
          <Field label={t("longerThan")} hint={t("longerThanHint")} error={errorOf("longerThan")}>
            <Input
              inputMode="numeric"
              autoComplete="off"
              value={rule.longerThan}
              onChange={({ target }) => onChange({ longerThan: target.value })}
            />
          </Field>
        </div>
        <div className="flex flex-wrap gap-x-6 gap-y-1">
          <Checkbox label={t("images")} checked={rule.images} onChange={(images) => onChange({ images })} />
          <Checkbox
            label={t("attachments")}
            checked={rule.attachments}
            onChange={(attachments) => onChange({ attachments })}
          />
        </div>
        {(groups.length > 0 || rule.groupId !== null) && (
          <GroupField
            groupId={rule.groupId}
            groups={groups}
            error={errorOf("groupId")}
            onChange={(groupId) => onChange({ groupId })}
          />
        )}
        <Wrong>{errorOf("when")}</Wrong>
      </fieldset>
      <fieldset className="flex flex-col gap-3" data-wrong={errorOf("then") !== null || undefined}>
        <legend className="mb-2 font-medium text-sm">{t("then")}</legend>
        <div className="grid items-start gap-4 sm:grid-cols-3">
          <Field label={t("mode")}>
            <Select
              value={rule.mode || AS_IT_IS}
              onValueChange={(value) => onChange({ mode: MODES.find((mode) => mode === value) ?? "" })}
              options={[
                { value: AS_IT_IS, label: t("modeAsIs") },
                ...MODES.map((mode) => ({ value: mode, label: tMode(mode) })),
              ]}
            />
          </Field>
          <Field label={t("model")} error={errorOf("model")}>
            <ModelButton
              label={model?.displayName ?? (rule.model || t("modelAsIs"))}
              title={t("chooseModel")}
              models={models}
              none={t("modelAsIs")}
              onChoose={(name) => onChange({ model: name })}
            />
          </Field>
          <Field label={t("effort")}>
            <Select
              value={rule.effort || AS_IT_IS}
              onValueChange={(value) => onChange({ effort: toEffort(value) })}
              options={[
                { value: AS_IT_IS, label: t("effortAsIs") },
                ...EFFORTS.map((effort) => ({ value: effort, label: tEffort(effort) })),
              ]}
            />
          </Field>
        </div>
        <Wrong>{errorOf("then")}</Wrong>
      </fieldset>
    </div>
  );
}

function Wrong({ children }: { children: string | null }) {
  return (
    <p role="alert" className="text-danger text-xs leading-relaxed empty:hidden">
      {children}
    </p>
  );
}

interface ModelButtonProps {
  id?: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean | undefined;
  label: string;
  title: string;
  none: string;
  models: RoutingView["models"];
  onChoose: (name: string) => void;
}

function ModelButton({ id, label, title, none, models, onChoose, ...aria }: ModelButtonProps) {
  return (
    <ModelCombobox
      models={models}
      label={title}
      onChoose={onChoose}
      none={{ label: none, onChoose: () => onChoose("") }}
      trigger={
        <Button
          id={id}
          aria-describedby={aria["aria-describedby"]}
          aria-invalid={aria["aria-invalid"]}
          className="w-full justify-between border-line-strong font-normal pointer-coarse:text-base aria-invalid:border-danger"
        >
          <span className="truncate">{label}</span>
          <ChevronDown aria-hidden="true" className="text-muted" />
        </Button>
      }
    />
  );
}
