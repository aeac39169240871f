import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convert } from "./convert";
import { type DatedRate, RateBook } from "./rate-book";
import { inverse, ONE, product, toRatio } from "./ratio";
import { roundQuotient } from "./round-quotient";

const anyPico = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
const anyRate = fc
  .tuple(fc.nat({ max: 999_999 }), fc.nat({ max: 999_999 }))
  .filter(([whole, part]) => whole + part > 0)
  .map(([whole, part]) => `${whole}.${String(part).padStart(6, "0")}`);
const one = (pico: bigint, rate: string) => convert([{ pico, ratio: toRatio(rate) }]);
const distance = (a: bigint, b: bigint) => (a > b ? a - b : b - a);

const rate = (base: string, quote: string, day: string, value: string): DatedRate => ({
  ...{ base, quote, day, rate: value, source: "test" },
});

describe("conversion", () => {
  it("is within half of the last digit of the exact product, and exact where that has no more digits", () => {
    fc.assert(
      fc.property(anyPico, anyRate, (pico, value) => {
        const { numerator, denominator } = toRatio(value);
        expect(distance(one(pico, value) * denominator, pico * numerator) * 2n).toBeLessThanOrEqual(
          denominator,
        );
        expect(one(pico * denominator, value)).toBe(pico * numerator);
      }),
    );
  });

  it("there and back at the same rate is the amount itself, to what the rounding of the way there amounts to", () => {
    fc.assert(
      fc.property(anyPico, anyRate, (pico, value) => {
        const ratio = toRatio(value);
        const back = convert([{ pico: one(pico, value), ratio: inverse(ratio) }]);
        const [above, below] = [ratio.denominator, ratio.numerator];
        expect(distance(back, pico)).toBeLessThanOrEqual(above / (2n * below) + 1n);
      }),
    );
  });

  it("of a sum rounds once: it is nearer to the exact sum than half a digit, however many parts it has", () => {
    const parts = fc.array(fc.tuple(anyPico, anyRate, fc.boolean()), { maxLength: 40 });
    fc.assert(
      fc.property(parts, (given) => {
        const converted = given.map(([pico, value, turned]) => ({
          ...{ pico, ratio: turned ? inverse(toRatio(value)) : toRatio(value) },
        }));
        const common = converted.reduce((all, { ratio }) => all * ratio.denominator, 1n);
        const exact = converted.reduce(
          (sum, { pico, ratio }) => sum + pico * ratio.numerator * (common / ratio.denominator),
          0n,
        );
        expect(distance(convert(converted) * common, exact) * 2n).toBeLessThanOrEqual(common);
      }),
    );
  });

  it("rounds to the nearest, a half to the even one, below zero as above", () => {
    expect([1n, 3n, 5n, -1n, -3n, -5n].map((half) => roundQuotient(half, 2n))).toEqual([
      0n,
      2n,
      2n,
      0n,
      -2n,
      -2n,
    ]);
    expect([roundQuotient(7n, 3n), roundQuotient(-7n, 3n), roundQuotient(8n, 3n)]).toEqual([2n, -2n, 3n]);
    fc.assert(
      fc.property(
        anyPico,
        fc.bigInt({ min: 1n, max: 10n ** 20n }),
        (above, below) => roundQuotient(-above, below) === -roundQuotient(above, below),
      ),
    );
  });

  it("takes no rate of nothing", () => {
    for (const value of ["0", "-1", "0.0", "", "1e3"]) expect(() => toRatio(value)).toThrow(RangeError);
    expect(() => new RateBook([rate("EUR", "USD", "2026-01-01", "0")])).toThrow(RangeError);
  });
});

describe("the rate of a day", () => {
  const book = new RateBook([
    rate("EUR", "USD", "2026-01-02", "1.25"),
    rate("EUR", "CNY", "2026-01-02", "8"),
    rate("EUR", "USD", "2026-01-05", "1.28"),
    rate("USD", "JPY", "2026-01-03", "150"),
  ]);

  it("is that of the day, else the last one before it, and never a later one", () => {
    expect(book.find("EUR", "USD", "2026-01-02")).toMatchObject({
      day: "2026-01-02",
      ratio: toRatio("1.25"),
    });
    expect(book.find("EUR", "USD", "2026-01-04")).toMatchObject({ day: "2026-01-02" });
    expect(book.find("EUR", "USD", "2027-01-01")).toMatchObject({
      day: "2026-01-05",
      ratio: toRatio("1.28"),
    });
    expect(book.find("EUR", "USD", "2026-01-01")).toBeNull();
    expect(book.find("EUR", "GBP", "2026-01-05")).toBeNull();
  });

  it("is found the other way round, and through a currency between, exactly", () => {
    expect(book.find("USD", "EUR", "2026-01-02")?.ratio).toEqual(inverse(toRatio("1.25")));
    const crossed = book.find("USD", "CNY", "2026-01-02");
    expect(crossed?.ratio).toEqual(product(inverse(toRatio("1.25")), toRatio("8")));
    expect(convert([{ pico: 5n * 10n ** 12n, ratio: crossed?.ratio ?? ONE }])).toBe(32n * 10n ** 12n);
    expect(book.find("JPY", "EUR", "2026-01-03")?.legs).toHaveLength(2);
  });

  it("of two multiplied rates is of the earlier one's day, which is said", () => {
    expect(book.find("USD", "CNY", "2026-01-06")).toMatchObject({
      day: "2026-01-02",
      legs: [{ day: "2026-01-05" }, { day: "2026-01-02" }],
    });
  });

  it("through two ways is the nearest to the day, then the one that was entered as such", () => {
    const both = [
      ...["2026-01-02", "2026-01-05"].map((day) => rate("USD", "CNY", day, "7")),
      rate("EUR", "USD", "2026-01-05", "1"),
    ];
    expect(
      new RateBook([...both, rate("EUR", "CNY", "2026-01-05", "9")]).find("USD", "CNY", "2026-01-05")?.ratio,
    ).toEqual(toRatio("7"));
    expect(
      new RateBook([...both, rate("EUR", "CNY", "2026-01-05", "9")]).find("USD", "CNY", "2026-01-04")?.day,
    ).toBe("2026-01-02");
    const turned = new RateBook([
      rate("USD", "CNY", "2026-01-01", "7"),
      rate("CNY", "USD", "2026-01-02", "0.2"),
    ]);
    expect(turned.find("USD", "CNY", "2026-01-02")?.ratio).toEqual(inverse(toRatio("0.2")));
  });

  it("between a currency and itself is one, of no day", () => {
    fc.assert(
      fc.property(anyPico, (pico) => {
        const found = new RateBook([]).find("EUR", "EUR", "2026-01-01");
        expect(found).toEqual({ ratio: ONE, day: null, legs: [] });
        expect(convert([{ pico, ratio: found?.ratio ?? toRatio("2") }])).toBe(pico);
      }),
    );
  });

  it("there and back through a common base cancels out exactly", () => {
    fc.assert(
      fc.property(anyRate, anyRate, anyPico, (usd, cny, pico) => {
        const made = new RateBook([
          rate("EUR", "USD", "2026-01-01", usd),
          rate("EUR", "CNY", "2026-01-01", cny),
        ]);
        const [there, back] = [made.find("USD", "CNY", "2026-01-01"), made.find("CNY", "USD", "2026-01-01")];
        const both = product(there?.ratio ?? ONE, back?.ratio ?? ONE);
        expect(both.numerator).toBe(both.denominator);
        expect(convert([{ pico, ratio: both }])).toBe(pico);
      }),
    );
  });
});
