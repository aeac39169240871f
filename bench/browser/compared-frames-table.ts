import type { Frames } from "./frames.ts";

export interface ComparedFrames {
  title: string;
  ours: Frames;
  /** The same done to a list that does next to nothing. */
  floor: Frames;
}

/** Ours and the floor beside each other, a step a line: what the machine itself drops is in both. */
export function comparedFramesTable(steps: readonly ComparedFrames[]): string[] {
  const columns = ["frames", "over 34 ms", "longest, ms", "tasks over 50 ms"];
  const heads = ["frames while", ...columns, ...columns.map((column) => `floor: ${column}`)];
  return [
    `| ${heads.join(" | ")} |`,
    `| --- | ${heads
      .slice(1)
      .map(() => "---:")
      .join(" | ")} |`,
    ...steps.map(({ title, ours, floor }) => `| ${[title, ...cells(ours), ...cells(floor)].join(" | ")} |`),
  ];
}

const cells = ({ count, lateShare, worstMs, longTasks }: Frames): string[] => [
  String(count),
  `${(lateShare * 100).toFixed(1)} %`,
  worstMs === null ? "–" : worstMs.toFixed(1),
  String(longTasks),
];
