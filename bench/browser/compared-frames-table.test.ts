import { expect, test } from "vitest";
import { comparedFramesTable } from "./compared-frames-table";
import { summarise } from "./frames";

test("what a list drops stands beside what the machine drops by itself", () => {
  const ours = summarise({ deltasMs: [16, 17, 16, 50], longTasks: 1 });
  const floor = summarise({ deltasMs: [16, 16], longTasks: 0 });
  expect(comparedFramesTable([{ title: "scrolling", ours, floor }]).at(-1)).toBe(
    "| scrolling | 4 | 25.0 % | 50.0 | 1 | 2 | 0.0 % | 16.0 | 0 |",
  );
});
