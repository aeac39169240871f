"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";
import type { Choice, ChosenMode } from "@/lib/router/choice";
import { ModelCombobox, type OfferedModel } from "../router/model-combobox";
import { useAnswered } from "../use-answered";

interface DefaultChoiceFormProps {
  choice: Choice | null;
  models: readonly OfferedModel[];
  save: (input: { choice: Choice | null }) => Promise<ActionResult<void>>;
}

type Start = ChosenMode | "none" | "model";
const STARTS: readonly Start[] = ["none", "auto", "knowledge", "reasoning", "model"];

/** What a new chat of somebody who never chose starts with. */
export function DefaultChoiceForm({ choice, models, save }: DefaultChoiceFormProps) {
  const t = useTranslations("policy.default");
  const answered = useAnswered();
  const [start, setStart] = useState<Start>(startOf(choice));
  const [model, setModel] = useState(choice?.kind === "model" ? choice.model : null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, begin] = useTransition();
  const named = models.find(({ name }) => name === model)?.displayName ?? model;

  function submit(): void {
    if (start === "model" && model === null) {
      setFailure(t("modelMissing"));
      return;
    }
    begin(async () => {
      const result = await answered(save({ choice: toChoice(start, model) }));
      setFailure(result.ok ? null : result.error.message);
      if (result.ok) toast.ok(t("saved"));
    });
  }

  return (
    <form
      method="post"
      noValidate
      className="flex flex-col gap-4 rounded-xl border border-line p-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ChoiceGroup
        label={t("label")}
        hint={t("hint")}
        value={start}
        onChange={setStart}
        options={STARTS.map((value) => ({ value, label: t(`starts.${value}`) }))}
      />
      {start === "model" && (
        <Field label={t("model")}>
          <ModelButton models={models} label={named ?? t("choose")} title={t("choose")} onChoose={setModel} />
        </Field>
      )}
      {failure !== null && (
        <Notice tone="danger" role="alert">
          {failure}
        </Notice>
      )}
      <Button type="submit" variant="primary" className="self-start" busy={busy}>
        {t("save")}
      </Button>
    </form>
  );
}

interface ModelButtonProps {
  /** Of the field around it. */
  id?: string;
  "aria-describedby"?: string | undefined;
  models: readonly OfferedModel[];
  label: string;
  title: string;
  onChoose: (name: string) => void;
}

function ModelButton({ id, label, title, models, onChoose, ...aria }: ModelButtonProps) {
  return (
    <ModelCombobox
      models={models}
      label={title}
      onChoose={onChoose}
      trigger={
        <Button
          id={id}
          aria-describedby={aria["aria-describedby"]}
          className="w-full justify-between border-line-strong font-normal pointer-coarse:text-base"
        >
          <span className="truncate">{label}</span>
          <ChevronDown aria-hidden="true" className="text-muted" />
        </Button>
      }
    />
  );
}

const startOf = (choice: Choice | null): Start =>
  choice === null ? "none" : choice.kind === "model" ? "model" : choice.mode;

function toChoice(start: Start, model: string | null): Choice | null {
  if (start === "none") return null;
  if (start !== "model") return { kind: "mode", mode: start };
  return model === null ? null : { kind: "model", model };
}
