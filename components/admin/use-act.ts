"use client";

import { useTransition } from "react";
import { useAnswered } from "@/components/team/use-answered";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";

interface Act {
  run: () => Promise<ActionResult<unknown>>;
  done: string;
  /** How to take it back. */
  undo?: { label: string; run: () => Promise<ActionResult<unknown>> };
}

/** Does something with one press, says so, and offers to take it back. */
export function useAct(): { busy: boolean; act: (act: Act) => void } {
  const [busy, start] = useTransition();
  const answered = useAnswered();

  function act({ run, done, undo }: Act): void {
    start(async () => {
      const result = await answered(run);
      if (!result.ok) return toast.error(result.error.message);
      if (!undo) return toast.ok(done);
      toast.undo({
        message: done,
        undoLabel: undo.label,
        onUndo: () => {
          void answered(undo.run).then((undone) => {
            if (!undone.ok) toast.error(undone.error.message);
          });
        },
      });
    });
  }

  return { busy, act };
}
