import type { LoadPlan } from "../load/plan.ts";

/** Something to measure, running and ready to be asked. */
export interface Target extends Pick<LoadPlan, "url" | "protocol" | "headers" | "choice" | "pids"> {
  stop(): Promise<void>;
}

export const TARGET_NAMES = ["proxy", "stream-text", "wye"] as const;
export type TargetName = (typeof TARGET_NAMES)[number];
