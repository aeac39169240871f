import fc from "fast-check";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import { BUCKETS, type Bucket, EMPTY_BUCKETS, type TokenBuckets } from "@/lib/pricing/buckets";
import type { CallTerms } from "@/lib/pricing/choose-schedule";
import { makeRate, type StatedPrice, type StatedPrices } from "@/lib/pricing/make-rate";
import { type PriceLine, priceBreakdown } from "@/lib/pricing/price-breakdown";
import { priceCall } from "@/lib/pricing/price-call";
import type { Rate } from "@/lib/pricing/rate";

export const MINI: StatedPrice = {
  vendor: "openai",
  model: "gpt-4o-mini",
  currency: "USD",
  perMillion: { input: "0.15", output: "0.6" },
  validFrom: "2024-07-18",
  version: "test",
};
const NOON = new Date("2026-01-01T12:00:00Z");
export const STANDARD: CallTerms = { startedAt: NOON, endedAt: NOON, serviceTier: null };

export const used = (usage: Partial<TokenBuckets>): TokenBuckets => ({ ...EMPTY_BUCKETS, ...usage });
export const cost = (
  usage: Partial<TokenBuckets>,
  rate: Rate,
  terms: Partial<CallTerms> = {},
): string | null => {
  const pico = priceCall(used(usage), rate, { ...STANDARD, ...terms });
  return pico === null ? null : picoToDecimal(pico);
};
export function linesOf(usage: TokenBuckets, rate: Rate, terms = STANDARD): PriceLine[] {
  const breakdown = priceBreakdown(usage, rate, terms);
  if (!breakdown.priced) throw new Error(`no price for ${breakdown.missing}`);
  return breakdown.lines;
}

export const usageOf = (count: fc.Arbitrary<number>) =>
  fc.record(Object.fromEntries(BUCKETS.map((bucket) => [bucket, count])) as Record<Bucket, typeof count>);
export const anyUsage = usageOf(
  fc.oneof(fc.constant(0), fc.nat({ max: 3_000_000 }), fc.nat({ max: 2 ** 48 })),
);
export const anyPrice = fc.nat({ max: 2_000_000_000 }).map((micro) => (micro / 1e6).toFixed(6));
const optional = Object.fromEntries(
  BUCKETS.filter((bucket) => bucket !== "input" && bucket !== "output").map((bucket) => [bucket, anyPrice]),
);
/** Prices of every bucket, so that nothing is unpriced, or of some. */
export const pricesOf = (all: boolean): fc.Arbitrary<StatedPrices> =>
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
/** One that ends when it begins holds never, and is refused. */
const windowOf = fc.tuple(time, time).filter(([from, to]) => from !== to);
const hoursOf = fc.record({
  zone: fc.constantFrom("Asia/Shanghai", "UTC", "America/New_York"),
  windows: fc.array(windowOf, { minLength: 1, maxLength: 2 }),
  by: fc.constantFrom("start" as const, "end" as const),
  days: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), { nil: undefined }),
});
export const rateOf = (all: boolean): fc.Arbitrary<Rate> =>
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
