import type { Pico } from "@/lib/money/pico";
import { BUCKETS, type Bucket, type TokenBuckets } from "./buckets";
import type { Rate } from "./rate";

export interface PriceLine {
  bucket: Bucket;
  /** The bucket whose price was used: another one where the vendor states none. */
  billedAs: Bucket;
  units: number;
  perMillionMicro: bigint;
  costPico: Pico;
}

/** One line per bucket that was used; their sum is the price of the call.
 *  A price is 10^-6 of a unit per 10^6 units of usage, so units times price is 10^-12 of a unit, exactly.
 *  @throws RangeError on a count that is no safe natural number, or on usage that the rate has no price for. */
export function priceBreakdown(usage: TokenBuckets, rate: Rate): PriceLine[] {
  for (const bucket of BUCKETS) assertCount(bucket, usage[bucket]);
  return BUCKETS.filter((bucket) => usage[bucket] > 0).map((bucket) => {
    const billedAs = rate.billedAs[bucket] ?? bucket;
    if (rate.billedAs[bucket] === bucket) throw new RangeError(`${rate.version} has no price for ${bucket}`);
    const units = usage[bucket];
    const perMillionMicro = rate.perMillionMicro[bucket];
    return { bucket, billedAs, units, perMillionMicro, costPico: BigInt(units) * perMillionMicro };
  });
}

function assertCount(bucket: Bucket, count: number): void {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${bucket} is no count: ${count}`);
}
