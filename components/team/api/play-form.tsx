"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { EFFORTS, type Effort } from "@/lib/router/effort";
import { NameInput } from "./name-input";
import type { PlayDraft } from "./play-draft";

interface PlayFormProps {
  draft: PlayDraft;
  onChange: (part: Partial<PlayDraft>) => void;
  /** The names that may be asked. */
  models: readonly string[];
}

const UNSAID = "unsaid";

/** The common parameters of a request. */
export function PlayForm({ draft, onChange, models }: PlayFormProps) {
  const t = useTranslations("api.playground");
  return (
    <>
      <Field label={t("model")} hint={t("modelHint", { count: models.length })}>
        <NameInput value={draft.model} names={models} onChange={(model) => onChange({ model })} />
      </Field>
      <Field label={t("system")}>
        <Textarea
          rows={2}
          value={draft.system}
          onChange={(event) => onChange({ system: event.target.value })}
        />
      </Field>
      <Field label={t("question")}>
        <Textarea
          rows={4}
          value={draft.question}
          onChange={(event) => onChange({ question: event.target.value })}
        />
      </Field>
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
        <Field label={t("temperature")}>
          <Input
            inputMode="decimal"
            autoComplete="off"
            value={draft.temperature}
            onChange={(event) => onChange({ temperature: event.target.value })}
          />
        </Field>
        <Field label={t("maxTokens")}>
          <Input
            inputMode="numeric"
            autoComplete="off"
            value={draft.maxTokens}
            onChange={(event) => onChange({ maxTokens: event.target.value })}
          />
        </Field>
        <Field label={t("effort")} className="col-span-2 sm:col-span-1">
          <Select
            value={draft.effort === "" ? UNSAID : draft.effort}
            options={[
              { value: UNSAID, label: t("effortUnsaid") },
              ...EFFORTS.map((effort) => ({ value: effort, label: effort })),
            ]}
            onValueChange={(value) => onChange({ effort: value === UNSAID ? "" : (value as Effort) })}
          />
        </Field>
      </div>
      <Checkbox label={t("stream")} checked={draft.stream} onChange={(stream) => onChange({ stream })} />
    </>
  );
}
