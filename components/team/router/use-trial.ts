"use client";

import { useRef, useState } from "react";
import type { ErrorData } from "@/lib/errors";
import type { ActionResult } from "@/lib/http/action";
import type { DryRun, DryRunPage } from "@/lib/routing/dry-run";
import type { TeamRouting } from "@/lib/routing/routing-input";
import { useAnswered } from "../use-answered";
import { addDryRuns } from "./add-dry-runs";

export type TryRouting = (input: {
  wanted: TeamRouting;
  beforeId: string | null;
}) => Promise<ActionResult<DryRunPage>>;

/** Past questions beyond these tell nothing more. */
export const MOST_QUESTIONS = 500;

export interface Trial {
  run: DryRun;
  answering: DryRunPage["answering"];
  /** All that is to be looked at was. */
  complete: boolean;
}

/** Tries a policy on past questions, a page after the other. */
export function useTrial(tryOut: TryRouting, onRefusal: (error: ErrorData & { message: string }) => void) {
  const [wanted, setWanted] = useState<TeamRouting | null>(null);
  const [trial, setTrial] = useState<Trial | null>(null);
  const [busy, setBusy] = useState(false);
  const answered = useAnswered();
  /** Moved on by every change: what is then still asked for is dropped. */
  const asked = useRef(0);

  function forget(): void {
    asked.current += 1;
    setWanted(null);
    setTrial(null);
    setBusy(false);
  }

  async function ask(given: TeamRouting): Promise<void> {
    asked.current += 1;
    const mine = asked.current;
    setBusy(true);
    let sum: DryRun | null = null;
    let beforeId: string | null = null;
    do {
      const result: ActionResult<DryRunPage> = await answered(tryOut({ wanted: given, beforeId }));
      if (mine !== asked.current) return;
      if (!result.ok) {
        setBusy(false);
        onRefusal(result.error);
        return;
      }
      const { nextBeforeId, answering, ...page }: DryRunPage = result.value;
      sum = sum === null ? page : addDryRuns(sum, page);
      beforeId = sum.questions < MOST_QUESTIONS ? nextBeforeId : null;
      setTrial({ run: sum, answering, complete: beforeId === null });
    } while (beforeId !== null);
    setBusy(false);
    setWanted(given);
  }

  return {
    trial,
    busy,
    /** What was tried to the end, which may be saved. */
    wanted,
    run: (given: TeamRouting): void => void ask(given),
    forget,
  };
}
