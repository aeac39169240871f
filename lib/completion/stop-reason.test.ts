import { expect, test, vi } from "vitest";
import { Deleted, Interrupted, isDeleted, isInterrupted, Stopped } from "./stop-reason";

test("each reason is told from the others", () => {
  const reasons = [new Stopped(), new Deleted(), new Interrupted(), undefined, "Interrupted"];
  expect(reasons.map(isDeleted)).toEqual([false, true, false, false, false]);
  expect(reasons.map(isInterrupted)).toEqual([false, false, true, false, false]);
});

test("a reason is known when another copy of its class made it, as another bundle does", async () => {
  vi.resetModules();
  const copy = await import("./stop-reason");
  expect(copy.Interrupted).not.toBe(Interrupted);
  expect(isInterrupted(new copy.Interrupted())).toBe(true);
  expect(isDeleted(new copy.Deleted())).toBe(true);
});
