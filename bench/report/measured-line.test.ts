import { expect, test } from "vitest";
import { measuredLine } from "./measured-line";

test("says when, how and on what", () => {
  const at = "2026-01-02T03:04:05.000Z";
  expect(measuredLine({ at, machine: "a machine", command: "a command", loadAverage: 0.2 })).toBe(
    "Measured 2026-01-02 03:04 UTC with `a command` on a machine; load average before it 0.2.",
  );
});
