import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import { BUCKETS, EMPTY_BUCKETS, type TokenBuckets } from "./buckets";
import { findRate } from "./find-rate";
import { makeRate, type StatedPrice } from "./make-rate";
import { priceBreakdown } from "./price-breakdown";
import { priceCall } from "./price-call";
import type { Rate } from "./rate";
import { fromRateSnapshot, toRateSnapshot } from "./rate-snapshot";

const MINI: StatedPrice = {
  vendor: "openai",
  model: "gpt-4o-mini",
  currency: "USD",
  perMillion: { input: "0.15", output: "0.6" },
  validFrom: "2024-07-18",
  version: "test",
};

const anyUsage: fc.Arbitrary<TokenBuckets> = fc.record({
  ...(Object.fromEntries(BUCKETS.map((bucket) => [bucket, fc.maxSafeNat()])) as Record<
    (typeof BUCKETS)[number],
    fc.Arbitrary<number>
  >),
  images: fc.constant(0),
});
const anyPrice = fc.nat({ max: 2_000_000_000 }).map((micro) => (micro / 1e6).toFixed(6));
const anyRate: fc.Arbitrary<Rate> = fc
  .record({ input: anyPrice, output: anyPrice }, { noNullPrototype: true })
  .chain((base) =>
    fc
      .record(
        { cacheRead: anyPrice, cacheWrite: anyPrice, reasoning: anyPrice },
        { requiredKeys: [], noNullPrototype: true },
      )
      .map((extra) => makeRate({ ...MINI, perMillion: { ...base, ...extra } })),
  );

describe("priceCall", () => {
  it("prices 1,234 input tokens of gpt-4o-mini at exactly 185,100,000 pico-dollars", () => {
    const pico = priceCall({ ...EMPTY_BUCKETS, input: 1234 }, makeRate(MINI));
    expect(pico).toBe(185_100_000n);
    expect(picoToDecimal(pico)).toBe("0.0001851");
  });

  it("is the sum of its lines, and nothing costs nothing", () => {
    fc.assert(
      fc.property(anyUsage, anyRate, (usage, rate) => {
        const lines = priceBreakdown(usage, rate);
        expect(lines.reduce((sum, line) => sum + line.costPico, 0n)).toBe(priceCall(usage, rate));
        expect(lines.reduce((sum, line) => sum + line.units, 0)).toBe(
          BUCKETS.reduce((sum, bucket) => sum + usage[bucket], 0),
        );
        expect(priceCall(EMPTY_BUCKETS, rate)).toBe(0n);
      }),
    );
  });

  it("adds up: the price of two calls is the price of their usage together", () => {
    const small = fc.nat({ max: 1_000_000_000 });
    const smallUsage = fc.record({ input: small, cacheRead: small, output: small, reasoning: small });
    fc.assert(
      fc.property(smallUsage, smallUsage, anyRate, (a, b, rate) => {
        const both = {
          ...EMPTY_BUCKETS,
          input: a.input + b.input,
          cacheRead: a.cacheRead + b.cacheRead,
          output: a.output + b.output,
          reasoning: a.reasoning + b.reasoning,
        };
        const apart =
          priceCall({ ...EMPTY_BUCKETS, ...a }, rate) + priceCall({ ...EMPTY_BUCKETS, ...b }, rate);
        expect(priceCall(both, rate)).toBe(apart);
      }),
    );
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("refuses %d tokens", (count) => {
    for (const bucket of BUCKETS) {
      expect(() => priceCall({ ...EMPTY_BUCKETS, [bucket]: count }, makeRate(MINI))).toThrow(RangeError);
    }
  });
});

describe("makeRate", () => {
  it("bills unstated reasoning as output and unstated cache as input, and records it", () => {
    const rate = makeRate(MINI);
    expect(rate.perMillionMicro).toMatchObject({
      reasoning: 600_000n,
      cacheRead: 150_000n,
      cacheWrite: 150_000n,
    });
    expect(rate.billedAs).toMatchObject({ reasoning: "output", cacheRead: "input", cacheWrite: "input" });
    const [line] = priceBreakdown({ ...EMPTY_BUCKETS, reasoning: 7 }, rate);
    expect(line).toEqual({
      bucket: "reasoning",
      billedAs: "output",
      units: 7,
      perMillionMicro: 600_000n,
      costPico: 4_200_000n,
    });
  });

  it("records no stand-in for a stated price, zero included", () => {
    const rate = makeRate({
      ...MINI,
      perMillion: { input: "1", output: "2", cacheRead: "0", reasoning: "3" },
    });
    expect(rate.perMillionMicro).toMatchObject({ cacheRead: 0n, reasoning: 3_000_000n });
    expect(Object.keys(rate.billedAs)).not.toContain("cacheRead");
    expect(Object.keys(rate.billedAs)).not.toContain("reasoning");
  });

  it("never prices images as tokens: usage without a price is refused, not free", () => {
    expect(() => priceCall({ ...EMPTY_BUCKETS, images: 1 }, makeRate(MINI))).toThrow(RangeError);
    const priced = makeRate({ ...MINI, perMillion: { input: "1", output: "1", images: "40000" } });
    expect(picoToDecimal(priceCall({ ...EMPTY_BUCKETS, images: 1 }, priced))).toBe("0.04");
  });

  it("refuses a negative price and one finer than a millionth", () => {
    expect(() => makeRate({ ...MINI, perMillion: { input: "-1", output: "1" } })).toThrow(RangeError);
    expect(() => makeRate({ ...MINI, perMillion: { input: "0.0000001", output: "1" } })).toThrow(RangeError);
  });
});

describe("findRate", () => {
  const old = makeRate({ ...MINI, validFrom: "2024-01-01", validTo: "2024-06-01", version: "old" });
  const open = makeRate({ ...MINI, validFrom: "2024-08-01", version: "open" });
  const later = makeRate({ ...MINI, validFrom: "2025-01-01", version: "later" });
  const rates = [old, open, later];
  const on = (iso: string, model = "gpt-4o-mini") =>
    findRate(rates, "openai", model, new Date(iso), { "openai/gpt-4o-mini-2024-07-18": "gpt-4o-mini" })
      ?.version;

  it("gives the version that held on the UTC day, and none where none held", () => {
    expect(on("2023-12-31T23:59:59Z")).toBeUndefined();
    expect(on("2024-01-01T00:00:00Z")).toBe("old");
    expect(on("2024-05-31T23:59:59Z")).toBe("old");
    expect(on("2024-06-01T00:00:00Z")).toBeUndefined();
    expect(on("2024-08-01T00:00:00Z")).toBe("open");
    expect(on("2024-12-31T23:30:00-02:00")).toBe("later");
  });

  it("resolves a dated id only where the list says so", () => {
    expect(on("2025-02-01T00:00:00Z", "gpt-4o-mini-2024-07-18")).toBe("later");
    expect(on("2025-02-01T00:00:00Z", "gpt-4o-mini-2099-01-01")).toBeUndefined();
    expect(on("2025-02-01T00:00:00Z", "constructor")).toBeUndefined();
    expect(on("2025-02-01T00:00:00Z", "GPT-4o-Mini")).toBe("later");
  });

  it("does not take another vendor's price", () => {
    expect(findRate(rates, "azure", "gpt-4o-mini", new Date("2025-02-01"))).toBeNull();
  });
});

describe("rate snapshot", () => {
  it("survives JSON unchanged", () => {
    fc.assert(
      fc.property(anyRate, (rate) => {
        expect(fromRateSnapshot(JSON.parse(JSON.stringify(toRateSnapshot(rate))))).toEqual(rate);
      }),
    );
  });

  it("refuses a snapshot with a missing, negative or fractional price", () => {
    const good = toRateSnapshot(makeRate(MINI));
    const { images: _, ...missing } = good.perMillionMicro;
    for (const perMillionMicro of [
      missing,
      { ...good.perMillionMicro, input: "-1" },
      { ...good.perMillionMicro, input: "1.5" },
    ]) {
      expect(() => fromRateSnapshot({ ...good, perMillionMicro })).toThrow();
    }
  });
});
