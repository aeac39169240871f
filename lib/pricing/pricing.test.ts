import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import { BUCKETS, type Bucket, EMPTY_BUCKETS, PROMPT_BUCKETS, type TokenBuckets } from "./buckets";
import type { CallTerms } from "./choose-schedule";
import { findRate } from "./find-rate";
import { isFree } from "./is-free";
import { makeRate, type StatedPrice, type StatedPrices } from "./make-rate";
import { type PriceLine, priceBreakdown } from "./price-breakdown";
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
const NOON = new Date("2026-01-01T12:00:00Z");
const STANDARD: CallTerms = { startedAt: NOON, endedAt: NOON, serviceTier: null };

const used = (usage: Partial<TokenBuckets>): TokenBuckets => ({ ...EMPTY_BUCKETS, ...usage });
const cost = (usage: Partial<TokenBuckets>, rate: Rate, terms: Partial<CallTerms> = {}): string | null => {
  const pico = priceCall(used(usage), rate, { ...STANDARD, ...terms });
  return pico === null ? null : picoToDecimal(pico);
};
function linesOf(usage: TokenBuckets, rate: Rate, terms = STANDARD): PriceLine[] {
  const breakdown = priceBreakdown(usage, rate, terms);
  if (!breakdown.priced) throw new Error(`no price for ${breakdown.missing}`);
  return breakdown.lines;
}

const usageOf = (count: fc.Arbitrary<number>) =>
  fc.record(Object.fromEntries(BUCKETS.map((bucket) => [bucket, count])) as Record<Bucket, typeof count>);
const anyUsage = usageOf(fc.oneof(fc.constant(0), fc.nat({ max: 3_000_000 }), fc.nat({ max: 2 ** 48 })));
const anyPrice = fc.nat({ max: 2_000_000_000 }).map((micro) => (micro / 1e6).toFixed(6));
const optional = Object.fromEntries(
  BUCKETS.filter((bucket) => bucket !== "input" && bucket !== "output").map((bucket) => [bucket, anyPrice]),
);
/** Prices of every bucket, so that nothing is unpriced, or of some. */
const pricesOf = (all: boolean): fc.Arbitrary<StatedPrices> =>
  fc.record(
    { input: anyPrice, output: anyPrice, ...optional },
    all ? { noNullPrototype: true } : { requiredKeys: ["input", "output"], noNullPrototype: true },
  );
const scheduleOf = (all: boolean) =>
  fc.record({
    perMillion: pricesOf(all),
    tiersBy: fc.constantFrom("whole" as const, "excess" as const),
    tiers: fc
      .uniqueArray(fc.integer({ min: 1, max: 3_000_000 }), { maxLength: 3 })
      .chain((bounds) =>
        fc.tuple(
          ...bounds
            .sort((a, b) => a - b)
            .map((above) => pricesOf(all).map((perMillion) => ({ above, perMillion }))),
        ),
      ),
  });
const time = fc
  .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
const hoursOf = fc.record({
  zone: fc.constantFrom("Asia/Shanghai", "UTC", "America/New_York"),
  windows: fc.array(fc.tuple(time, time), { minLength: 1, maxLength: 2 }),
  by: fc.constantFrom("start" as const, "end" as const),
});
const rateOf = (all: boolean): fc.Arbitrary<Rate> =>
  fc
    .record({
      base: scheduleOf(all),
      tariffs: fc.array(
        fc.record({
          schedule: scheduleOf(all),
          serviceTier: fc.constantFrom("batch", "priority"),
          hours: fc.option(hoursOf),
        }),
        { maxLength: 2 },
      ),
      minimum: fc.option(anyPrice, { nil: undefined }),
    })
    .map(({ base, tariffs, minimum }) =>
      makeRate({
        ...MINI,
        ...base,
        tariffs: tariffs.map(({ schedule, ...when }) => ({ ...schedule, ...when })),
        minimum,
      }),
    );

describe("priceCall", () => {
  it("prices 1,234 input tokens of gpt-4o-mini at exactly 185,100,000 pico-dollars", () => {
    const pico = priceCall(used({ input: 1234 }), makeRate(MINI), STANDARD);
    expect(pico).toBe(185_100_000n);
    expect(picoToDecimal(pico ?? 0n)).toBe("0.0001851");
  });

  it("is the sum of its lines, whose units are exactly those used; nothing costs nothing", () => {
    fc.assert(
      fc.property(anyUsage, rateOf(true), (usage, rate) => {
        const lines = linesOf(usage, rate);
        expect(lines.reduce((sum, line) => sum + line.costPico, 0n)).toBe(priceCall(usage, rate, STANDARD));
        for (const bucket of BUCKETS) {
          const units = lines
            .filter((line) => line.bucket === bucket)
            .reduce((sum, line) => sum + line.units, 0);
          expect(units).toBe(usage[bucket]);
        }
        for (const line of lines) expect(line.costPico).toBe(BigInt(line.units) * line.perMillionMicro);
        expect(priceCall(EMPTY_BUCKETS, rate, STANDARD)).toBe(0n);
      }),
    );
  });

  it("is unpriced, never cheaper, when something used has no price", () => {
    fc.assert(
      fc.property(anyUsage, rateOf(false), (usage, rate) => {
        const breakdown = priceBreakdown(usage, rate, STANDARD);
        if (breakdown.priced) {
          const priced = new Set(breakdown.lines.map(({ bucket }) => bucket));
          for (const bucket of BUCKETS) {
            if (usage[bucket] > 0 && bucket !== "requests") expect(priced).toContain(bucket);
          }
        } else {
          expect(usage[breakdown.missing as Bucket]).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("costs at least the minimum once anything was used, and never less for more of a bucket below a tier", () => {
    fc.assert(
      fc.property(anyUsage, anyPrice, (usage, minimum) => {
        const rate = makeRate({ ...MINI, perMillion: { ...ALL_ONE }, minimum });
        const pico = priceCall(usage, rate, STANDARD) ?? -1n;
        const isUsed = BUCKETS.some((bucket) => usage[bucket] > 0);
        expect(pico >= (isUsed ? rate.minimumPico : 0n)).toBe(true);
        const more = priceCall({ ...usage, output: usage.output + 1 }, rate, STANDARD) ?? -1n;
        expect(more >= pico).toBe(true);
      }),
    );
  });

  it("adds up without tiers: the price of two calls is the price of their usage together", () => {
    const small = usageOf(fc.nat({ max: 1_000_000_000 }));
    fc.assert(
      fc.property(small, small, pricesOf(true), (a, b, perMillion) => {
        const rate = makeRate({ ...MINI, perMillion });
        const both = Object.fromEntries(BUCKETS.map((bucket) => [bucket, a[bucket] + b[bucket]]));
        const apart = [a, b].map((usage) => priceCall(usage, rate, STANDARD) ?? -1n);
        expect(priceCall(both as Record<Bucket, number>, rate, STANDARD)).toBe(
          apart.reduce((sum, pico) => sum + pico, 0n),
        );
      }),
    );
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("refuses %d tokens", (count) => {
    for (const bucket of BUCKETS) {
      expect(() => priceCall(used({ [bucket]: count }), makeRate(MINI), STANDARD)).toThrow(RangeError);
    }
  });
});

const ALL_ONE = Object.fromEntries(BUCKETS.map((bucket) => [bucket, "1"])) as unknown as StatedPrices;

describe("a long prompt", () => {
  const tiers = [
    { above: 100, perMillion: { input: "2", output: "20", cacheRead: "0.2" } },
    { above: 1000, perMillion: { input: "4", output: "40" } },
  ];
  const stated = { ...MINI, perMillion: { input: "1", output: "10", cacheRead: "0.1" }, tiers };

  it("moves the whole call to its tier, output included, from the first token above it", () => {
    const rate = makeRate(stated);
    expect(cost({ input: 100, output: 1 }, rate)).toBe("0.00011");
    expect(cost({ input: 101, output: 1 }, rate)).toBe("0.000222");
    expect(cost({ input: 1001, output: 1 }, rate)).toBe("0.004044");
  });

  it("counts what came from the cache as part of the prompt", () => {
    expect(cost({ input: 1, cacheRead: 100 }, makeRate(stated))).toBe("0.000022");
    expect(cost({ input: 1, cacheRead: 1000 }, makeRate(stated))).toBe("0.004004");
  });

  it("costs more only for what is beyond, where the vendor says so: the cached beginning is the cheap part", () => {
    const rate = makeRate({ ...stated, tiersBy: "excess" });
    expect(cost({ input: 150, output: 1 }, rate)).toBe("0.00021");
    const lines = linesOf(used({ cacheRead: 90, input: 60, output: 2 }), rate);
    expect(lines.map(({ bucket, units, perMillionMicro }) => [bucket, units, perMillionMicro])).toEqual([
      ["input", 10, 1_000_000n],
      ["input", 50, 2_000_000n],
      ["cacheRead", 90, 100_000n],
      ["output", 2, 10_000_000n],
    ]);
  });

  it("never costs less by the excess than without tiers, nor more than by the whole, when prices ascend", () => {
    const ascending = fc
      .tuple(fc.nat(1e6), fc.nat(1e6), fc.nat(1e6))
      .map((micros) => micros.sort((a, b) => a - b));
    fc.assert(
      fc.property(usageOf(fc.nat({ max: 1000 })), ascending, (usage, [low = 0, middle = 0, high = 0]) => {
        const flat = (micro: number) =>
          Object.fromEntries(
            BUCKETS.map((bucket) => [bucket, (micro / 1e6).toFixed(6)]),
          ) as unknown as StatedPrices;
        const price = {
          ...MINI,
          perMillion: flat(low),
          tiers: [
            { above: 500, perMillion: flat(middle) },
            { above: 2000, perMillion: flat(high) },
          ],
        };
        const without = priceCall(usage, makeRate({ ...price, tiers: [] }), STANDARD) ?? -1n;
        const excess = priceCall(usage, makeRate({ ...price, tiersBy: "excess" }), STANDARD) ?? -1n;
        const whole = priceCall(usage, makeRate(price), STANDARD) ?? -1n;
        expect(without <= excess && excess <= whole).toBe(true);
      }),
    );
  });

  it("is made of exactly the buckets that stand before the answer", () => {
    for (const bucket of BUCKETS) {
      const rate = makeRate({
        ...MINI,
        perMillion: ALL_ONE,
        tiers: [{ above: 9, perMillion: { ...ALL_ONE, output: "2" } }],
      });
      const isPrompt = (PROMPT_BUCKETS as readonly string[]).includes(bucket);
      const output = linesOf(used({ [bucket]: 10, output: 1 }), rate).find(
        (line) => line.bucket === "output",
      );
      if (bucket !== "output") expect(output?.perMillionMicro).toBe(isPrompt ? 2_000_000n : 1_000_000n);
    }
  });
});

describe("terms of a call", () => {
  const hours = { zone: "Asia/Shanghai", windows: [["00:30", "08:30"]] as const, by: "end" as const };
  const rate = makeRate({
    ...MINI,
    perMillion: { input: "4", output: "8" },
    tariffs: [
      { serviceTier: "batch", perMillion: { input: "2", output: "4" } },
      { hours, perMillion: { input: "1", output: "2" } },
    ],
  });

  it("follow the clock of the vendor's zone, at the instant that the vendor says decides", () => {
    const at = (startedAt: string, endedAt: string) =>
      cost({ input: 1_000_000 }, rate, { startedAt: new Date(startedAt), endedAt: new Date(endedAt) });
    expect(at("2026-01-01T16:29:00Z", "2026-01-01T16:29:59Z")).toBe("4");
    expect(at("2026-01-01T16:29:00Z", "2026-01-01T16:30:00Z")).toBe("1");
    expect(at("2026-01-02T00:29:00Z", "2026-01-02T00:29:59Z")).toBe("1");
    expect(at("2026-01-02T00:29:00Z", "2026-01-02T00:30:00Z")).toBe("4");
  });

  it("may reach past midnight", () => {
    const night = makeRate({
      ...MINI,
      tariffs: [
        {
          hours: { zone: "UTC", windows: [["22:00", "06:00"]], by: "start" },
          perMillion: { input: "1", output: "1" },
        },
      ],
    });
    const at = (time: string) =>
      cost({ input: 1_000_000 }, night, { startedAt: new Date(`2026-01-01T${time}Z`) });
    expect([at("21:59:59"), at("22:00:00"), at("05:59:59"), at("06:00:00")]).toEqual([
      "0.15",
      "1",
      "1",
      "0.15",
    ]);
  });

  it("take the price of the service tier, and none where it has none", () => {
    expect(cost({ input: 1_000_000 }, rate, { serviceTier: "batch" })).toBe("2");
    expect(cost({ input: 1_000_000 }, rate, { serviceTier: "Default" })).toBe("4");
    expect(cost({ input: 1_000_000 }, rate, { serviceTier: "priority" })).toBeNull();
    expect(priceBreakdown(used({ input: 1 }), rate, { ...STANDARD, serviceTier: "priority" })).toEqual({
      priced: false,
      missing: "service tier priority",
    });
  });
});

describe("what is counted one by one", () => {
  it("costs by the piece: a request, a web search, an image", () => {
    const rate = makeRate({
      ...MINI,
      perMillion: { input: "1", output: "1", requests: "5000", webSearches: "10000", images: "40000" },
    });
    expect(cost({ requests: 1, webSearches: 3, images: 1 }, rate)).toBe("0.075");
  });

  it("is unpriced without a price, but for the request, which few vendors charge", () => {
    for (const bucket of ["webSearches", "images", "audioInput", "audioOutput", "imageOutput"] as const) {
      expect(cost({ [bucket]: 1 }, makeRate(MINI)), bucket).toBeNull();
    }
    expect(cost({ input: 1_000_000, requests: 1 }, makeRate(MINI))).toBe("0.15");
  });

  it("reaches the least that a call costs, and says what was added", () => {
    const rate = makeRate({ ...MINI, minimum: "0.001" });
    expect(cost({ input: 1000 }, rate)).toBe("0.001");
    expect(linesOf(used({ input: 1000 }), rate).at(-1)).toMatchObject({
      bucket: "minimum",
      costPico: 850_000_000n,
    });
    expect(cost({ input: 10_000 }, rate)).toBe("0.0015");
    expect(cost({}, rate)).toBe("0");
  });
});

describe("makeRate", () => {
  it("bills unstated reasoning as output and unstated cache as input, and records it", () => {
    const rate = makeRate(MINI);
    expect(rate.perMillionMicro).toMatchObject({
      reasoning: 600_000n,
      cacheRead: 150_000n,
      cacheWrite: 150_000n,
      cacheWrite1h: 150_000n,
    });
    expect(rate.billedAs).toMatchObject({ reasoning: "output", cacheRead: "input", cacheWrite: "input" });
    expect(linesOf(used({ reasoning: 7 }), rate)).toEqual([
      { bucket: "reasoning", billedAs: "output", units: 7, perMillionMicro: 600_000n, costPico: 4_200_000n },
    ]);
  });

  it("never takes the price of a five-minute cache for that of an hour's, or the other way round", () => {
    const short = makeRate({ ...MINI, perMillion: { input: "1", output: "1", cacheWrite: "1.25" } });
    expect(cost({ cacheWrite1h: 1 }, short)).toBeNull();
    const long = makeRate({ ...MINI, perMillion: { input: "1", output: "1", cacheWrite1h: "2" } });
    expect(cost({ cacheWrite: 1 }, long)).toBeNull();
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

  it("refuses a negative price, one finer than a millionth, tiers out of order, and terms that are none", () => {
    const one = { input: "1", output: "1" };
    const bad: Partial<StatedPrice>[] = [
      { perMillion: { input: "-1", output: "1" } },
      { perMillion: { input: "0.0000001", output: "1" } },
      { tiers: [{ above: 0, perMillion: one }] },
      {
        tiers: [
          { above: 2, perMillion: one },
          { above: 2, perMillion: one },
        ],
      },
      { tariffs: [{ perMillion: one }] },
      {
        tariffs: [
          { perMillion: one, hours: { zone: "Mars/Olympus", windows: [["00:00", "01:00"]], by: "end" } },
        ],
      },
      { tariffs: [{ perMillion: one, hours: { zone: "UTC", windows: [["24:00", "01:00"]], by: "end" } }] },
      { tariffs: [{ perMillion: one, hours: { zone: "UTC", windows: [], by: "end" } }] },
      { minimum: "-1" },
    ];
    for (const wrong of bad)
      expect(() => makeRate({ ...MINI, ...wrong }), JSON.stringify(wrong)).toThrow(RangeError);
  });

  it("is free only if nothing it has a price for costs anything", () => {
    const free = { input: "0", output: "0" };
    expect(isFree(makeRate({ ...MINI, perMillion: free }))).toBe(true);
    expect(isFree(makeRate({ ...MINI, perMillion: { ...free, webSearches: "1" } }))).toBe(false);
    expect(isFree(makeRate({ ...MINI, perMillion: free, minimum: "0.1" }))).toBe(false);
    const tier = { above: 1, perMillion: { input: "0", output: "1" } };
    expect(isFree(makeRate({ ...MINI, perMillion: free, tiers: [tier] }))).toBe(false);
  });
});

describe("findRate", () => {
  const old = makeRate({ ...MINI, validFrom: "2024-01-01", validTo: "2024-06-01", version: "old" });
  const open = makeRate({ ...MINI, validFrom: "2024-08-01", version: "open" });
  const later = makeRate({ ...MINI, validFrom: "2025-01-01", version: "later" });
  const instant = makeRate({ ...MINI, validFrom: "2026-03-01T16:00:00+08:00", version: "instant" });
  const rates = [old, open, later, instant];
  const at = (iso: string, model = "gpt-4o-mini") =>
    findRate(rates, "openai", model, new Date(iso), { "openai/gpt-4o-mini-2024-07-18": "gpt-4o-mini" })
      ?.version;

  it("gives the version that held at that instant, and none where none held", () => {
    expect(at("2023-12-31T23:59:59Z")).toBeUndefined();
    expect(at("2024-01-01T00:00:00Z")).toBe("old");
    expect(at("2024-05-31T23:59:59Z")).toBe("old");
    expect(at("2024-06-01T00:00:00Z")).toBeUndefined();
    expect(at("2024-08-01T00:00:00Z")).toBe("open");
    expect(at("2024-12-31T23:30:00-02:00")).toBe("later");
    expect(at("2026-03-01T07:59:59Z")).toBe("later");
    expect(at("2026-03-01T08:00:00Z")).toBe("instant");
  });

  it("resolves a dated id only where the list says so", () => {
    expect(at("2025-02-01T00:00:00Z", "gpt-4o-mini-2024-07-18")).toBe("later");
    expect(at("2025-02-01T00:00:00Z", "gpt-4o-mini-2099-01-01")).toBeUndefined();
    expect(at("2025-02-01T00:00:00Z", "constructor")).toBeUndefined();
    expect(at("2025-02-01T00:00:00Z", "GPT-4o-Mini")).toBe("later");
  });

  it("does not take another vendor's price", () => {
    expect(findRate(rates, "azure", "gpt-4o-mini", new Date("2025-02-01"))).toBeNull();
  });
});

describe("rate snapshot", () => {
  it("survives JSON unchanged", () => {
    fc.assert(
      fc.property(rateOf(false), (rate) => {
        expect(fromRateSnapshot(JSON.parse(JSON.stringify(toRateSnapshot(rate))))).toEqual(rate);
      }),
    );
  });

  it("of the first kind, which named every bucket it knew, is still read: billed as itself was no price", () => {
    const first = {
      ...{ vendor: "v", model: "m", currency: "USD", validFrom: "2024-01-01", validTo: null, version: "x" },
      perMillionMicro: {
        input: "1000000",
        cacheRead: "1000000",
        output: "2000000",
        reasoning: "2000000",
        images: "0",
      },
      billedAs: { cacheRead: "input", reasoning: "output", images: "images" },
      demo: false,
    };
    const rate = fromRateSnapshot(first);
    expect(cost({ input: 1_000_000, cacheRead: 1_000_000, reasoning: 1_000_000 }, rate)).toBe("4");
    expect(cost({ images: 1 }, rate)).toBeNull();
    expect(rate.billedAs).toEqual({ cacheRead: "input", reasoning: "output" });
  });

  it("refuses a snapshot with a missing, negative or fractional price", () => {
    const good = toRateSnapshot(makeRate(MINI));
    const { output: _, ...missing } = good.perMillionMicro;
    for (const perMillionMicro of [
      missing,
      { ...good.perMillionMicro, input: "-1" },
      { ...good.perMillionMicro, input: "1.5" },
    ]) {
      expect(() => fromRateSnapshot({ ...good, perMillionMicro })).toThrow();
    }
  });
});
