import { calcPrice } from "@pydantic/genai-prices";
import { describe, expect, it } from "vitest";
import { BUCKETS, type Bucket, EMPTY_BUCKETS, type TokenBuckets } from "@/lib/pricing/buckets";
import { findRate } from "@/lib/pricing/find-rate";
import { priceBreakdown } from "@/lib/pricing/price-breakdown";
import { Random } from "@/tests/soak/plan/random";
import { allModels, type ListedModel } from "./all-models";
import { type Difference, expectedDifference } from "./differences";
import { toRates } from "./to-rates";
import { toTheirUsage } from "./to-their-usage";

/** Every price and every count is a float of theirs, and so is each of at most 16 products and their sum: each step
 *  is off by half a unit in the last place at most, and nothing is subtracted. */
const THEIR_PRECISION = 64 * 2 ** -53;
const CASES_PER_MODEL = 6;

/** What a call may use beside text, and the word that a price of it has in its name. */
const SOMETIMES: readonly (readonly [Bucket, string])[] = [
  ["cacheRead", "_mtok"],
  ["cacheWrite", "_mtok"],
  ["reasoning", "_mtok"],
  ["cacheWrite1h", "_1h_"],
  ["imageInput", "image"],
  ["imageOutput", "output_image"],
  ["audioInput", "audio"],
  ["audioOutput", "output_audio"],
  ["audioCacheRead", "cache_audio"],
  ["webSearches", "web_searches"],
];

interface Case {
  listed: ListedModel;
  usage: TokenBuckets;
  at: Date;
}

function makeCases(): Case[] {
  const random = new Random("cross-check 1");
  const tokens = () => random.between(1, random.pick([100, 10_000, 300_000, 2_000_000]));
  return allModels().flatMap((listed) =>
    Array.from({ length: CASES_PER_MODEL }, (_, index) => {
      // The first of each model uses text alone; what it has no price for is rare, for it ends a comparison.
      const priced = JSON.stringify(listed.model.prices);
      const kinds = SOMETIMES.filter(([, word]) => random.chance(priced.includes(word) ? 0.5 : 0.04));
      const usage: Record<Bucket, number> = {
        ...EMPTY_BUCKETS,
        input: tokens(),
        output: tokens(),
        requests: 1,
      };
      for (const [bucket] of index === 0 ? [] : kinds) {
        usage[bucket] = bucket === "webSearches" ? random.between(1, 9) : tokens();
      }
      const at = new Date(
        Date.UTC(2026, random.between(0, 10), random.between(1, 28), 0, random.between(0, 1439)),
      );
      return { listed, usage, at };
    }),
  );
}

interface Compared {
  name: string;
  difference: Difference | null;
  ours: { pico: bigint | null; missing: string | null };
  theirs: number;
  tiered: boolean;
}

function compare({ listed, usage, at }: Case): Compared {
  const { provider, model } = listed;
  const name = `${provider.id}/${model.id} ${at.toISOString()} ${JSON.stringify(usage)}`;
  // By the data itself: names that match several models are not what is compared here.
  const alone = { ...model, match: { equals: model.id } };
  const options = { provider: { ...provider, models: [alone] }, timestamp: at };
  const theirs = calcPrice(toTheirUsage(usage), model.id, options)?.total_price ?? Number.NaN;
  const converted = toRates(listed);
  if (converted.kind === "none") {
    return { name, difference: converted.why, ours: { pico: null, missing: null }, theirs, tiered: false };
  }
  const rate = findRate(converted.rates, provider.id, model.id, at);
  if (!rate) throw new RangeError(`no version for ${name}`);
  const priced = priceBreakdown(usage, rate, { startedAt: at, endedAt: at, serviceTier: null });
  const ours = priced.priced
    ? { pico: priced.costPico, missing: null }
    : { pico: null, missing: priced.missing };
  const tiered = rate.tiers.some(({ above }) => usage.input > above);
  return { name, difference: expectedDifference(listed, rate, usage, at), ours, theirs, tiered };
}

/** Whether an exact amount is within the precision of a float. */
function agree(pico: bigint | null, theirs: number): boolean {
  if (pico === null) return false;
  const ours = Number(pico) / 1e12;
  return Math.abs(ours - theirs) <= THEIR_PRECISION * Math.max(ours, theirs);
}

const compared = makeCases().map(compare);
const of = (wanted: string) => compared.filter(({ difference }) => difference?.startsWith(wanted));

describe("the price of a call, against an independent calculator on the same figures", () => {
  it("agrees on every case without a reason to differ, thousands of them", () => {
    const same = compared.filter(({ difference }) => difference === null);
    const wrong = same.filter(({ ours, theirs }) => !agree(ours.pico, theirs));
    expect(
      wrong.map(({ name, ours, theirs }) => `${name}: ${ours.pico} ${ours.missing}, not ${theirs}`),
    ).toEqual([]);
    expect([compared.length, same.length]).toEqual([10_164, 7399]);
  });

  it("tries every kind of use, tiers by length and hours of the day", () => {
    const agreed = compared.filter(({ difference }) => difference === null);
    const same = agreed.map(({ name }) => name);
    expect(agreed.filter(({ tiered }) => tiered).length).toBeGreaterThan(50);
    for (const bucket of BUCKETS.filter((one) => one !== "images")) {
      expect(same.filter((name) => !name.includes(`"${bucket}":0`)).length, bucket).toBeGreaterThan(3);
    }
    expect(same.filter((name) => name.startsWith("deepseek/")).length).toBeGreaterThan(10);
  });

  it("differs only for reasons that docs/pricing.md explains, each of which occurs", () => {
    const counts: Record<string, number> = {};
    for (const { difference } of compared) {
      if (difference !== null) counts[difference] = (counts[difference] ?? 0) + 1;
    }
    expect(counts).toMatchInlineSnapshot(`
      {
        "finer than a millionth": 42,
        "hours before their day": 1,
        "no price of audioCacheRead": 273,
        "no price of audioInput": 293,
        "no price of audioOutput": 305,
        "no price of cacheWrite1h": 35,
        "no price of imageOutput": 252,
        "no price of input or output": 1350,
        "no price of webSearches": 214,
      }
    `);
  });

  it("calls unpriced, never zero, what has no price", () => {
    for (const { name, difference, ours } of of("no price of")) {
      expect(ours.pico, name).toBeNull();
      if (ours.missing !== null) expect(`no price of ${ours.missing}`, name).toBe(difference);
    }
    for (const { name, ours } of of("finer than")) expect(ours.pico, name).toBeNull();
  });

  it("applies the hours of a dated version from its day on only", () => {
    for (const { name, ours, theirs } of of("hours before")) {
      expect(agree(ours.pico, theirs), name).toBe(false);
      expect(Number(ours.pico) / 1e12, name).toBeLessThan(theirs);
    }
  });
});
