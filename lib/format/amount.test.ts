import fc from "fast-check";
import { expect, test } from "vitest";
import { formatAmount } from "./amount";

test("shows four significant digits and keeps every digit beside them", () => {
  expect(formatAmount("0.000185100000", "USD", "en")).toEqual({ short: "$0.0001851", exact: "$0.0001851" });
  expect(formatAmount("0.123456789012", "USD", "en")).toEqual({ short: "$0.1235", exact: "$0.123456789012" });
  expect(formatAmount("0.123456789012", "CNY", "zh-CN")).toEqual({
    short: "¥0.1235",
    exact: "¥0.123456789012",
  });
});

test("never shows fewer decimals than the currency has", () => {
  expect(formatAmount("1234.567", "USD", "en").short).toBe("$1,234.57");
  expect(formatAmount("2", "USD", "en").short).toBe("$2.00");
  expect(formatAmount("0", "USD", "en").short).toBe("$0.00");
  expect(formatAmount("1234567", "JPY", "en").short).toBe("¥1,234,567");
});

test("names the demo model's currency in words", () => {
  expect(formatAmount("0.0031", "XDM", "en").short).toBe("0.0031 demo credits");
  expect(formatAmount("1.000", "XDM", "en").short).toBe("1 demo credit");
  expect(formatAmount("0.0031", "XDM", "zh-CN").short).toBe("0.0031 演示币");
});

test("refuses what is not a plain decimal string", () => {
  for (const bad of ["", "1e-7", "NaN", "0x10", "1,5", " 1"]) {
    expect(() => formatAmount(bad, "USD", "en")).toThrow(RangeError);
  }
});

test("the exact text is the amount itself, digit for digit, beyond what a float holds", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (pico) => {
      const digits = pico.toString().padStart(13, "0");
      const amount = `${digits.slice(0, -12)}.${digits.slice(-12)}`;
      const shown = formatAmount(amount, "USD", "en").exact.replace(/[$,]/g, "");
      const [whole = "", fraction = ""] = shown.split(".");
      expect(BigInt(whole + fraction.padEnd(12, "0"))).toBe(pico);
    }),
  );
});
