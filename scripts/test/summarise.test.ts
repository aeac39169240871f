import { expect, test } from "vitest";
import { summarise } from "./summarise.mjs";

const counts = (passed: number, failed: number, skipped: string[] = [], flaky: string[] = []) => ({
  passed,
  failed,
  skipped,
  flaky,
});
const step = (ok: boolean, result: ReturnType<typeof counts> | null) => ({
  name: "x",
  ok,
  durationMs: 1500,
  counts: result,
});

test("the closing line sums the tests of all runners", () => {
  const summary = summarise([step(true, null), step(true, counts(3, 0)), step(false, counts(4, 2))]);
  expect(summary.closingLine).toBe("7 passed, 2 failed");
  expect(summary.failed).toBe(2);
});

test("a step that fails without a failed test counts as one failure", () => {
  expect(summarise([step(false, null), step(false, counts(5, 0))]).closingLine).toBe("5 passed, 2 failed");
});

test("what passed only at a second try is named", () => {
  expect(summarise([step(true, counts(1, 0, [], ["the shaky one"]))]).text).toContain("x: the shaky one");
});

test("what was skipped is named", () => {
  expect(summarise([step(true, counts(1, 0, ["the one left out"]))]).text).toContain("x: the one left out");
});
