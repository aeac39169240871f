"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { useAnswered } from "../use-answered";
import { KeyChoiceFields } from "./key-choice-fields";
import type { KeyActs, KeyChoice, KeyView } from "./key-view";

interface LimitFormProps {
  of: KeyView;
  names: readonly string[];
  limit: KeyActs["limitKey"];
  onClose: () => void;
}

/** Changes what a key may ask. */
export function LimitForm({ of: { id, name, limits }, names, limit, onClose }: LimitFormProps) {
  const t = useTranslations("keys");
  const common = useTranslations("common");
  const answered = useAnswered();
  const [choice, setChoice] = useState<KeyChoice>(limits);
  const [failure, setFailure] = useState<{ isModels: boolean; message: string } | null>(null);
  const [busy, start] = useTransition();

  async function undo(before: KeyChoice): Promise<void> {
    const result = await answered(limit({ keyId: id, ...before }));
    if (result.ok) toast.ok(t("limitUndone", { name }));
    else toast.error(result.error.message);
  }

  async function save(): Promise<void> {
    const result = await answered(limit({ keyId: id, ...choice }));
    if (!result.ok) {
      const { params, message } = result.error;
      return setFailure({ isModels: String(params.field ?? "").startsWith("models"), message });
    }
    const { models, modes } = result.value;
    const before = { models: models && [...models], modes: modes && [...modes] };
    toast.undo({
      ...{ message: t("limitSaved", { name }), undoLabel: common("undo") },
      onUndo: () => void undo(before),
    });
    onClose();
  }

  return (
    <form
      method="post"
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        start(save);
      }}
    >
      <p className="text-pretty text-muted text-sm leading-relaxed">{t("limitBody")}</p>
      <KeyChoiceFields
        choice={choice}
        names={names}
        onChange={setChoice}
        error={failure?.isModels === true ? t("problem.models") : null}
      />
      {failure?.isModels === false && (
        <Notice tone="danger" role="alert">
          {failure.message}
        </Notice>
      )}
      <Button type="submit" variant="primary" className="self-start" busy={busy}>
        {t("limitSave")}
      </Button>
    </form>
  );
}
