import { expect, test } from "vitest";
import { MAX_ATTEMPTS, retrySeconds } from "./retry-seconds";

test("a mail is tried again ever later, for some hours, and then no more", () => {
  const waits = Array.from({ length: MAX_ATTEMPTS }, (_, at) => retrySeconds(at + 1));
  expect(waits).toEqual([30, 120, 480, 1920, 7200, 7200, 7200, null]);
});
