import fc from "fast-check";
import { expect, test } from "vitest";
import { parseInstant } from "./parse-instant";

test.each([
  ["2026-01-31", "2026-01-31T00:00:00.000Z"],
  ["2026-01-31T09:05", "2026-01-31T09:05:00.000Z"],
  ["2026-01-31T09:05+08:00", "2026-01-31T01:05:00.000Z"],
  ["2026-01-31T09:05:07.5Z", "2026-01-31T09:05:07.500Z"],
])("%s is %s", (text, iso) => {
  expect(parseInstant(text).toISOString()).toBe(iso);
});

test.each(["", "yesterday", "2026-02-31", "2026-13-01", "31.01.2026", "2026-01-31T25:00", "1769850000000"])(
  "%j is refused with an example",
  (text) => {
    expect(() => parseInstant(text)).toThrow("such as 2026-01-31");
  },
);

test("reads back every instant that a ledger row states", () => {
  const instant = fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
  fc.assert(fc.property(instant, (at) => parseInstant(at.toISOString()).getTime() === at.getTime()));
});
