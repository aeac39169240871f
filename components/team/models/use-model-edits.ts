"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { toast } from "@/components/ui/toast";
import type { ModelInput, SaidOfModel } from "@/lib/catalogue/model-input";
import type { ActionResult } from "@/lib/http/action";
import { useAnswered } from "../use-answered";

export type SetModel = (input: ModelInput) => Promise<ActionResult<SaidOfModel | null>>;
export type Done = "hidden" | "shown" | "saved" | "takenBack";

/** Says something of a model, and offers to take it back. */
export function useModelEdits(setModel: SetModel) {
  const t = useTranslations("models.done");
  const common = useTranslations("common");
  const answered = useAnswered();
  const [busy, start] = useTransition();

  function edit(input: ModelInput, name: string, done: Done, onDone?: () => void): void {
    start(async () => {
      const result = await answered(setModel(input));
      if (!result.ok) return toast.error(result.error.message);
      onDone?.();
      toast.undo({
        message: t(done, { name }),
        undoLabel: common("undo"),
        onUndo: () => void undo({ ...input, said: result.value }),
      });
    });
  }

  async function undo(input: ModelInput): Promise<void> {
    const result = await answered(setModel(input));
    if (result.ok) toast.ok(t("undone"));
    else toast.error(result.error.message);
  }

  return { edit, busy };
}
