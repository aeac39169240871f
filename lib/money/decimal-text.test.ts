import fc from "fast-check";
import { expect, test } from "vitest";
import { decimalText } from "./decimal-text";

test.each([
  ["1.5e-07", 6, "0.15"],
  ["1.5e-7", 6, "0.15"],
  ["2.5E-10", 6, "0.00025"],
  ["0.000003", 6, "3"],
  ["3", 3, "3000"],
  ["3.75", 0, "3.75"],
  ["-0", 0, "0"],
  ["-1e-6", 6, "-1"],
  ["1e3", 0, "1000"],
  ["0.10", 0, "0.1"],
  ["1.4999999999999999e-07", 6, "0.14999999999999999"],
] as const)("%s shifted by %i is %s", (text, shift, expected) => {
  expect(decimalText(text, shift)).toBe(expected);
});

test("shifting there and back changes no digit", () => {
  const decimal = fc.stringMatching(/^[1-9]\d{0,8}\.\d{0,11}[1-9]$/);
  fc.assert(
    fc.property(decimal, fc.integer({ min: -12, max: 12 }), (text, shift) => {
      expect(decimalText(decimalText(text, shift), -shift)).toBe(text);
    }),
  );
});

test("what is no number is refused, never read as one", () => {
  for (const text of ["", "1,5", "NaN", "Infinity", "1e", "0x10", "1.2.3", "1e99999"])
    expect(() => decimalText(text)).toThrow(RangeError);
});
