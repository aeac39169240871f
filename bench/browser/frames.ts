import { percentile } from "../load/percentile.ts";

export interface Frames {
  count: number;
  p50Ms: number | null;
  p95Ms: number | null;
  worstMs: number | null;
  /** Frames that took longer than two of a screen with 60 a second. */
  lateShare: number;
  /** Tasks of 50 ms and more that held the page up. */
  longTasks: number;
}

export interface Recorded {
  deltasMs: number[];
  longTasks: number;
}

const LATE_MS = 34;

export function summarise({ deltasMs, longTasks }: Recorded): Frames {
  return {
    count: deltasMs.length,
    p50Ms: percentile(deltasMs, 50),
    p95Ms: percentile(deltasMs, 95),
    worstMs: percentile(deltasMs, 100),
    lateShare: deltasMs.length === 0 ? 0 : deltasMs.filter((ms) => ms > LATE_MS).length / deltasMs.length,
    longTasks,
  };
}
