"use client";

import { createContext, useContext } from "react";
import type { ActionResult } from "@/lib/http/action";

interface StepUp {
  /** Asks the person who they are. @returns whether they have shown it; false: they let it be */
  ask: (way: string) => Promise<boolean>;
  /** Whether a download would be served now. */
  ready: () => Promise<ActionResult<undefined>>;
}

export const StepUpContext = createContext<StepUp>({
  ask: async () => false,
  ready: async () => ({ ok: true, value: undefined }),
});

export const useStepUp = (): StepUp["ask"] => useContext(StepUpContext).ask;
export const useReadyToExport = (): StepUp["ready"] => useContext(StepUpContext).ready;
