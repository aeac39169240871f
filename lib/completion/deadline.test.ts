import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Deadline } from "./deadline";

const SECOND = 1_000;
const limits = { firstTokenMs: 300 * SECOND, silentMs: 60 * SECOND, betweenTokensMs: 120 * SECOND };

beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] }));
afterEach(() => void vi.useRealTimers());

const begin = () => new Deadline(limits, "openai", new AbortController().signal);
const pass = (seconds: number) => vi.advanceTimersByTime(seconds * SECOND);

test("who says nothing at all is not waited for long", () => {
  const deadline = begin();
  pass(59);
  expect(deadline.signal.aborted).toBe(false);
  pass(3);
  expect(deadline.passed).toMatchObject({ code: "vendor_timeout", retryable: true });
});

test("who gives signs of life without a word is waited for longer, and not for ever", () => {
  const deadline = begin();
  for (let n = 0; n < 9; n++) {
    pass(30);
    deadline.progress(false);
  }
  expect(deadline.signal.aborted).toBe(false);
  pass(30);
  deadline.progress(false);
  pass(1);
  expect(deadline.passed?.code).toBe("vendor_timeout");
});

test("who has spoken may fall silent for as long as words may be apart, however often", () => {
  const deadline = begin();
  for (let n = 0; n < 10; n++) {
    deadline.progress(true);
    pass(118);
  }
  expect(deadline.signal.aborted).toBe(false);
  pass(4);
  expect(deadline.passed?.code).toBe("vendor_timeout");
});

test("who has ended is not ended once more", () => {
  const deadline = begin();
  deadline.end();
  pass(1_000);
  expect(deadline.signal.aborted).toBe(false);
});

test("what the caller ended was no silence", () => {
  const caller = new AbortController();
  const deadline = new Deadline(limits, "openai", caller.signal);
  caller.abort();
  expect([deadline.signal.aborted, deadline.passed]).toEqual([true, null]);
});
