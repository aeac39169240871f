"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { ROLES } from "@/lib/permissions/roles";
import { CHOSEN_MODES } from "@/lib/router/choice";
import type { AccessDraft, ModeWish } from "./access-draft";

interface AccessRuleFormProps {
  draft: AccessDraft;
  /** From 1. */
  place: number;
  groups: readonly { id: string; name: string }[];
  change: (part: Partial<AccessDraft>) => void;
  remove: () => void;
}

const WISHES: readonly ModeWish[] = ["unsaid", "allow", "deny"];

/** One rule: of whom it speaks, and what it opens and closes. */
export function AccessRuleForm({ draft, place, groups, change, remove }: AccessRuleFormProps) {
  const t = useTranslations("policy.access");
  const isKnown = !draft.who.startsWith("group:") || groups.some(({ id }) => draft.who === `group:${id}`);
  const subjects = [
    { value: "everyone", label: t("everyone") },
    ...ROLES.map((role) => ({ value: `role:${role}`, label: t(`roles.${role}`) })),
    ...groups.map(({ id, name }) => ({ value: `group:${id}`, label: t("group", { name }) })),
    ...(isKnown ? [] : [{ value: draft.who, label: t("groupGone") }]),
  ];
  const patterns = (name: "allow" | "deny") => (
    <Field label={t(name)} hint={t("patternHint")}>
      <Textarea
        value={draft[name]}
        spellCheck={false}
        autoCapitalize="off"
        placeholder={t(`${name}Example`)}
        className="font-mono"
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </Field>
  );
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="sr-only">{t("rule", { place })}</legend>
      <div className="flex items-end gap-2">
        <Field label={t("who")} className="min-w-0 flex-1">
          <Select value={draft.who} onValueChange={(who) => change({ who })} options={subjects} />
        </Field>
        <IconButton label={t("remove", { place })} onClick={remove} className="mb-0.5">
          <Trash2 />
        </IconButton>
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <div className="flex flex-col gap-4">
          <ChoiceGroup
            label={t("models")}
            value={draft.onlyAllowed ? "some" : "all"}
            onChange={(which) => change({ onlyAllowed: which === "some" })}
            options={[
              { value: "all", label: t("all") },
              { value: "some", label: t("some") },
            ]}
          />
          {draft.onlyAllowed && patterns("allow")}
        </div>
        {patterns("deny")}
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-3">
        {CHOSEN_MODES.map((mode) => (
          <Field key={mode} label={t(`modes.${mode}`)}>
            <Select
              value={draft.modes[mode]}
              onValueChange={(wish) => {
                const known = WISHES.find((one) => one === wish);
                if (known) change({ modes: { ...draft.modes, [mode]: known } });
              }}
              options={WISHES.map((wish) => ({ value: wish, label: t(`wishes.${wish}`) }))}
            />
          </Field>
        ))}
      </div>
    </fieldset>
  );
}
