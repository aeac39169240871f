import type { LoadPlan } from "../load/plan.ts";

/** Something to measure, running and ready to be asked. */
export interface Target extends Pick<LoadPlan, "url" | "protocol" | "headers" | "choice" | "pids"> {
  stop(): Promise<void>;
}

/** One whose answers others than the asker can follow; each in a chat of its own. */
export interface FollowedTarget extends Target {
  askUrl(chatId: string): string;
  followUrl(chatId: string): string;
}

export const TARGET_NAMES = [
  "proxy",
  "stream-text",
  "fan-out",
  "wye",
  "wye-without-log",
  "wye-replica",
] as const;
export type TargetName = (typeof TARGET_NAMES)[number];

export const FLOOR_NAMES = ["proxy", "stream-text", "fan-out"] as const satisfies readonly TargetName[];
export type FloorName = (typeof FLOOR_NAMES)[number];
