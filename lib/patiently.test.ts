import { afterEach, expect, test, vi } from "vitest";
import { MINUTES_MS, patiently } from "./patiently";

const SHUTDOWN = Symbol.for("wye.shutdown");
afterEach(() => void Reflect.deleteProperty(globalThis, SHUTDOWN));

const failing = () => vi.fn(() => Promise.reject(new Error("away")));

test("what succeeds at last is returned, and each failure before it told", async () => {
  const attempt = failing()
    .mockRejectedValueOnce(new Error("first"))
    .mockResolvedValueOnce("done" as never);
  const told = vi.fn();
  expect(await patiently(attempt, told, MINUTES_MS)).toBe("done");
  expect(told.mock.calls).toEqual([[new Error("first")]]);
});

test("without patience the first failure is the last", async () => {
  const attempt = failing();
  await expect(patiently(attempt, () => undefined, 0)).rejects.toThrow("away");
  expect(attempt).toHaveBeenCalledOnce();
});

test("a process that is about to end does not wait for minutes", async () => {
  Object.assign(globalThis, { [SHUTDOWN]: { signal: AbortSignal.abort(), register: () => undefined } });
  await expect(patiently(failing(), () => undefined, MINUTES_MS)).rejects.toThrow("away");
});
