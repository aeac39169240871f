import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cost, linesOf, MINI, rateOf, used } from "@/tests/support/any-rate";
import { findRate } from "./find-rate";
import { isFree } from "./is-free";
import { makeRate, type StatedPrice } from "./make-rate";
import { fromRateSnapshot, toRateSnapshot } from "./rate-snapshot";

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
      { tariffs: [{ perMillion: one, hours: { zone: "UTC", windows: [["06:00", "06:00"]], by: "end" } }] },
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
