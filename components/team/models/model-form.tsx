"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { CatalogueEntry } from "@/lib/catalogue/entry";
import { MODES } from "@/lib/router/choice";
import { EFFORTS } from "@/lib/router/effort";
import { type EntryDraft, MEDIA, readDraft, THINKING, toDraft } from "./entry-draft";
import { SeveralChoice } from "./several-choice";

interface ModelFormProps {
  /** What was said before. */
  said: CatalogueEntry;
  /** What is known without it, shown where nothing is said. */
  known: CatalogueEntry | null;
  busy: boolean;
  onSave: (entry: CatalogueEntry) => void;
}

const AS_KNOWN = "known";
const ANSWERS = ["yes", "no"] as const;
type TextKey = "name" | "chineseName" | "context" | "outputLimit" | "cutoff" | "deprecated";
type ChoiceKey = "reasoning" | "shown" | "tools" | "structured";
type SeveralKey = "modes" | "efforts" | "inputs" | "outputs";

/** What a person says of a model; a field left empty says nothing. */
export function ModelForm({ said, known, busy, onSave }: ModelFormProps) {
  const t = useTranslations("models");
  const chat = useTranslations("chat");
  const locale = useLocale();
  const [draft, setDraft] = useState<EntryDraft>(() => toDraft(said));
  const [wrong, setWrong] = useState<readonly (keyof EntryDraft)[]>([]);
  const change = (part: Partial<EntryDraft>) => setDraft((before) => ({ ...before, ...part }));
  const before = toDraft(known ?? {});
  const unsaid = t(known === null ? "field.leftOpen" : "field.asKnown");
  const answers = ANSWERS.map((value) => [value, t(value)] as const);

  function save(event: FormEvent): void {
    event.preventDefault();
    const read = readDraft(draft, said);
    setWrong(read.wrong);
    if (read.wrong.length === 0) onSave(read.entry);
  }

  const text = (key: TextKey, problem?: string) => (
    <Field label={t(`field.${key}`)} error={wrong.includes(key) && problem}>
      <Input
        inputMode={key === "context" || key === "outputLimit" ? "numeric" : "text"}
        value={draft[key]}
        placeholder={before[key]}
        maxLength={200}
        onChange={(event) => change({ [key]: event.target.value })}
      />
    </Field>
  );
  const choice = (key: ChoiceKey, options: readonly (readonly [value: string, label: string])[]) => (
    <Field label={t(`field.${key}`)}>
      <Select
        value={draft[key] || AS_KNOWN}
        onValueChange={(value) => change({ [key]: value === AS_KNOWN ? "" : value })}
        options={[[AS_KNOWN, unsaid] as const, ...options].map(([value, label]) => ({
          value,
          label,
        }))}
      />
    </Field>
  );
  function several<Key extends SeveralKey>(
    key: Key,
    label: string,
    options: readonly (readonly [value: EntryDraft[Key][number], label: string])[],
  ) {
    const names = options
      .filter(([value]) => before[key].some((one) => one === value))
      .map(([, name]) => name);
    const what = new Intl.ListFormat(locale).format(names);
    return (
      <SeveralChoice
        label={label}
        hint={names.length === 0 ? unsaid : t("field.asKnownThat", { what })}
        options={options}
        chosen={draft[key]}
        onChange={(chosen) => change({ [key]: chosen })}
      />
    );
  }
  const media = MEDIA.map((medium) => [medium, t(`media.${medium}`)] as const);
  return (
    <form onSubmit={save} className="flex flex-col gap-4" noValidate>
      {text("name")}
      {text("chineseName")}
      <div className="grid gap-4 sm:grid-cols-2">
        {text("context", t("wrongTokens"))}
        {text("outputLimit", t("wrongTokens"))}
      </div>
      {several(
        "modes",
        t("field.modes"),
        MODES.map((mode) => [mode, chat(mode)] as const),
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        {choice(
          "reasoning",
          THINKING.map((one) => [one, t(`thinking.${one}`)] as const),
        )}
        {choice(
          "shown",
          ANSWERS.map((value) => [value, t(`field.shownAnswer.${value}`)] as const),
        )}
      </div>
      {several(
        "efforts",
        t("field.efforts"),
        EFFORTS.map((effort) => [effort, chat(`settings.efforts.${effort}`)] as const),
      )}
      {several("inputs", t("field.inputs"), media)}
      {several("outputs", t("field.outputs"), media)}
      <div className="grid gap-4 sm:grid-cols-2">
        {choice("tools", answers)}
        {choice("structured", answers)}
        {text("cutoff", t("wrongPartOfDay"))}
        {text("deprecated", t("wrongDay"))}
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
