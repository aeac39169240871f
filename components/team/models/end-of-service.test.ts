import { expect, test } from "vitest";
import { endOfService } from "./end-of-service";

test.each([
  [undefined, "2026-11-28", null],
  ["2026-11-27", "2026-11-28", "over"],
  ["2026-11-28", "2026-11-28", "over"],
  ["2026-11-29", "2026-11-28", "soon"],
  ["2027-03-28", "2026-11-28", "soon"],
  ["2027-03-29", "2026-11-28", null],
] as const)("what is not served from %s on is, on %s, %s", (day, today, end) => {
  expect(endOfService(day, today)).toBe(end);
});
