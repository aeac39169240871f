import type { Frames } from "./frames.ts";

export interface TitledFrames {
  title: string;
  frames: Frames;
}

/** What was recorded of frames, a line each. */
export function framesTable(recorded: readonly TitledFrames[]): string[] {
  return [
    "| frames while | frames | p50, ms | p95, ms | worst, ms | over 34 ms | tasks over 50 ms |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...recorded.map(
      ({ title, frames: { count, p50Ms, p95Ms, worstMs, lateShare, longTasks } }) =>
        `| ${title} | ${count} | ${format(p50Ms)} | ${format(p95Ms)} | ${format(worstMs)} | ${(lateShare * 100).toFixed(1)} % | ${longTasks} |`,
    ),
  ];
}

const format = (value: number | null): string => (value === null ? "–" : value.toFixed(1));
