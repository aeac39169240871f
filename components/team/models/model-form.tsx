"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { CatalogueEntry } from "@/lib/catalogue/entry";
import { type EntryDraft, readDraft, toDraft } from "./entry-draft";

interface ModelFormProps {
  /** What was said before. */
  said: CatalogueEntry;
  /** What is known without it, shown where nothing is said. */
  known: CatalogueEntry | null;
  busy: boolean;
  onSave: (entry: CatalogueEntry) => void;
}

const AS_KNOWN = "known";

/** What a person says of a model; a field left empty says nothing. */
export function ModelForm({ said, known, busy, onSave }: ModelFormProps) {
  const t = useTranslations("models");
  const [draft, setDraft] = useState<EntryDraft>(() => toDraft(said));
  const [wrong, setWrong] = useState<readonly (keyof EntryDraft)[]>([]);
  const change = (part: Partial<EntryDraft>) => setDraft((before) => ({ ...before, ...part }));

  function save(event: FormEvent): void {
    event.preventDefault();
    const read = readDraft(draft, said);
    setWrong(read.wrong);
    if (read.wrong.length === 0) onSave(read.entry);
  }

  const text = (key: "name" | "chineseName", knownText: string | undefined) => (
    <Field label={t(`field.${key}`)}>
      <Input
        value={draft[key]}
        placeholder={knownText ?? ""}
        maxLength={200}
        onChange={(event) => change({ [key]: event.target.value })}
      />
    </Field>
  );
  const count = (key: "context" | "outputLimit", knownCount: number | undefined) => (
    <Field label={t(`field.${key}`)} error={wrong.includes(key) && t("wrongTokens")}>
      <Input
        inputMode="numeric"
        value={draft[key]}
        placeholder={knownCount === undefined ? "" : String(knownCount)}
        onChange={(event) => change({ [key]: event.target.value })}
      />
    </Field>
  );
  return (
    <form onSubmit={save} className="flex flex-col gap-4" noValidate>
      {text("name", known?.name)}
      {text("chineseName", known?.chineseName)}
      <div className="grid gap-4 sm:grid-cols-2">
        {count("context", known?.contextLength)}
        {count("outputLimit", known?.outputLimit)}
        <Field label={t("field.reasoning")}>
          <Select
            value={draft.reasoning || AS_KNOWN}
            onValueChange={(value) => change({ reasoning: value === AS_KNOWN ? "" : value })}
            options={[
              { value: AS_KNOWN, label: t("field.asKnown") },
              { value: "none", label: t("thinking.none") },
              { value: "always", label: t("thinking.always") },
              { value: "switchable", label: t("thinking.switchable") },
            ]}
          />
        </Field>
        <Field label={t("field.tools")}>
          <Select
            value={draft.tools || AS_KNOWN}
            onValueChange={(value) => change({ tools: value === AS_KNOWN ? "" : value })}
            options={[
              { value: AS_KNOWN, label: t("field.asKnown") },
              { value: "yes", label: t("yes") },
              { value: "no", label: t("no") },
            ]}
          />
        </Field>
        <Field label={t("field.deprecated")} error={wrong.includes("deprecated") && t("wrongDay")}>
          <Input
            value={draft.deprecated}
            placeholder={known?.deprecatedOn ?? ""}
            onChange={(event) => change({ deprecated: event.target.value })}
          />
        </Field>
      </div>
      <SaveButton busy={busy} />
    </form>
  );
}

function SaveButton({ busy }: { busy: boolean }) {
  const t = useTranslations("common");
  return (
    <Button type="submit" variant="primary" busy={busy} className="self-start">
      {t("save")}
    </Button>
  );
}
