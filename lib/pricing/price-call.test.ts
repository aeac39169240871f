import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import {
  anyPrice,
  anyUsage,
  cost,
  linesOf,
  MINI,
  pricesOf,
  rateOf,
  STANDARD,
  usageOf,
  used,
} from "@/tests/support/any-rate";
import { BUCKETS, type Bucket, EMPTY_BUCKETS, PROMPT_BUCKETS } from "./buckets";
import { makeRate, type StatedPrices } from "./make-rate";
import { priceBreakdown } from "./price-breakdown";
import { priceCall } from "./price-call";

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
