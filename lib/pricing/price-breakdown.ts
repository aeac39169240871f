import type { Pico } from "@/lib/money/pico";
import { BUCKETS, type Bucket, PROMPT_BUCKETS, type TokenBuckets } from "./buckets";
import { type CallTerms, chooseSchedule } from "./choose-schedule";
import type { BucketPrices, Rate, Schedule } from "./rate";
import { wholeTier } from "./whole-tier";

export interface PriceLine {
  /** `minimum`: what the call lacked to the least that one costs. */
  bucket: Bucket | "minimum";
  /** The bucket whose price was used: another one where the vendor states none. */
  billedAs: Bucket | "minimum";
  units: number;
  perMillionMicro: bigint;
  costPico: Pico;
}

export type PriceBreakdown =
  | { priced: true; lines: PriceLine[]; costPico: Pico }
  /** What the rate has no price for: a bucket that was used, or the service tier. */
  | { priced: false; missing: string };

interface Slice {
  bucket: Bucket;
  units: number;
  prices: BucketPrices;
}

/** Price of one call in 10^-12 of `rate.currency`, a line per bucket that was used, or more where only a part of it
 *  reached a tier; exact, no rounding. A price is 10^-6 of a unit per 10^6 units of usage, so units times price is
 *  10^-12 of a unit.
 *  @throws RangeError on a count that is no safe natural number. */
export function priceBreakdown(usage: TokenBuckets, rate: Rate, terms: CallTerms): PriceBreakdown {
  for (const bucket of BUCKETS) assertCount(bucket, usage[bucket]);
  const schedule = chooseSchedule(rate, terms);
  if (!schedule) return { priced: false, missing: `service tier ${terms.serviceTier}` };
  const lines: PriceLine[] = [];
  for (const { bucket, units, prices } of slices(usage, schedule)) {
    const perMillionMicro = prices.perMillionMicro[bucket];
    if (perMillionMicro === undefined) {
      if (bucket === "requests") continue;
      return { priced: false, missing: bucket };
    }
    const billedAs = prices.billedAs[bucket] ?? bucket;
    lines.push({ bucket, billedAs, units, perMillionMicro, costPico: BigInt(units) * perMillionMicro });
  }
  const used = BUCKETS.some((bucket) => usage[bucket] > 0);
  const sum = lines.reduce((total, line) => total + line.costPico, 0n);
  if (!used || sum >= rate.minimumPico) return { priced: true, lines, costPico: sum };
  const lacking = rate.minimumPico - sum;
  const minimum = { units: 1, perMillionMicro: lacking, costPico: lacking };
  lines.push({ bucket: "minimum", billedAs: "minimum", ...minimum });
  return { priced: true, lines, costPico: rate.minimumPico };
}

function slices(usage: TokenBuckets, schedule: Schedule): Slice[] {
  const used = BUCKETS.filter((bucket) => usage[bucket] > 0);
  if (schedule.tiersBy === "whole" || schedule.tiers.length === 0) {
    const prices = wholeTier(usage, schedule);
    return used.map((bucket) => ({ bucket, units: usage[bucket], prices }));
  }
  const cut = cutPrompt(usage, schedule);
  return used.flatMap((bucket) => cut.get(bucket) ?? [{ bucket, units: usage[bucket], prices: schedule }]);
}

/** The prompt's tokens in their order, cut where a tier begins. */
function cutPrompt(usage: TokenBuckets, schedule: Schedule): Map<Bucket, Slice[]> {
  const bounds = [...schedule.tiers.map(({ above }) => above), Number.POSITIVE_INFINITY];
  const cut = new Map<Bucket, Slice[]>();
  let at = 0;
  for (const bucket of PROMPT_BUCKETS) {
    const end = at + usage[bucket];
    const pieces: Slice[] = [];
    for (const [index, bound] of bounds.entries()) {
      const units = Math.min(end, bound) - at;
      if (units <= 0) continue;
      pieces.push({ bucket, units, prices: schedule.tiers[index - 1] ?? schedule });
      at += units;
    }
    cut.set(bucket, pieces);
  }
  return cut;
}

function assertCount(bucket: Bucket, count: number): void {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${bucket} is no count: ${count}`);
}
