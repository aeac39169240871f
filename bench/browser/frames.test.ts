import { expect, test } from "vitest";
import { summarise } from "./frames";

test("frames are summed up by their length, and late ones by their share", () => {
  expect(summarise({ deltasMs: [16, 17, 16, 50], longTasks: 1 })).toEqual({
    count: 4,
    p50Ms: 16,
    p95Ms: 50,
    worstMs: 50,
    lateShare: 0.25,
    longTasks: 1,
  });
});

test("no frames are nothing, not a failure", () => {
  expect(summarise({ deltasMs: [], longTasks: 0 })).toMatchObject({ count: 0, p50Ms: null, lateShare: 0 });
});
