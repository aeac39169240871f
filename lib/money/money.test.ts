import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDecimal } from "./format-decimal";
import { parseDecimal } from "./parse-decimal";
import { picoToDecimal } from "./pico-to-decimal";

const anyPico = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });

describe("decimals", () => {
  it("reads back every amount it writes", () => {
    fc.assert(fc.property(anyPico, (pico) => parseDecimal(picoToDecimal(pico), 12) === pico));
  });

  it("reads back at any scale", () => {
    fc.assert(
      fc.property(anyPico, fc.nat({ max: 30 }), (scaled, digits) => {
        expect(parseDecimal(formatDecimal(scaled, digits), digits)).toBe(scaled);
      }),
    );
  });

  it("writes no trailing zero, no bare point and no negative zero", () => {
    fc.assert(
      fc.property(anyPico, (pico) => {
        expect(picoToDecimal(pico)).toMatch(/^(0|-?(0\.\d*[1-9]|[1-9]\d*(\.\d*[1-9])?))$/);
      }),
    );
  });

  it("writes the worked example exactly", () => {
    expect(picoToDecimal(185_100_000n)).toBe("0.0001851");
    expect(picoToDecimal(0n)).toBe("0");
    expect(picoToDecimal(-1n)).toBe("-0.000000000001");
    expect(picoToDecimal(12n * 10n ** 12n)).toBe("12");
  });

  it("refuses a digit it cannot keep instead of rounding it", () => {
    expect(parseDecimal("0.1500000", 6)).toBe(150_000n);
    expect(() => parseDecimal("0.1500001", 6)).toThrow(RangeError);
  });

  it.each(["", ".", "1.", ".5", "1e3", "+1", " 1", "1,000", "0x10", "NaN", "--1", "١"])(
    "refuses %j",
    (text) => {
      expect(() => parseDecimal(text, 6)).toThrow(RangeError);
    },
  );
});
