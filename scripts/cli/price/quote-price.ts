import { formatDecimal } from "@/lib/money/format-decimal";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import { BUCKETS, type Bucket, type TokenBuckets } from "@/lib/pricing/buckets";
import { priceBreakdown } from "@/lib/pricing/price-breakdown";
import type { Rate } from "@/lib/pricing/rate";

export interface Quote {
  /** Exact decimal in `currency`; null when unpriced, which is not free. */
  cost: string | null;
  currency: string | null;
  buckets: TokenBuckets;
  /** Exact decimals per million, of each bucket that has a price. */
  rates: Partial<Record<Bucket, string>>;
  /** Buckets that the vendor states no price for, and the one they are billed as. */
  billedAs: Partial<Record<Bucket, Bucket>>;
  version: string | null;
  demo: boolean;
  lines: { bucket: Bucket; units: number; perMillion: string; cost: string }[];
  /** A bucket that was used and that the price does not cover. */
  missing: Bucket | null;
}

const MICRO_DIGITS = 6;

/** What `usage` costs at `rate`, with the arithmetic. */
export function quotePrice(usage: TokenBuckets, rate: Rate | null): Quote {
  const unpriced = { cost: null, currency: null, buckets: usage, rates: {}, billedAs: {}, version: null };
  if (!rate) return { ...unpriced, demo: false, lines: [], missing: null };
  const missing = BUCKETS.find((bucket) => usage[bucket] > 0 && !isPriced(rate, bucket)) ?? null;
  const stated = {
    currency: rate.currency,
    buckets: usage,
    rates: ratesOf(rate),
    billedAs: Object.fromEntries(Object.entries(rate.billedAs).filter(([bucket, as]) => bucket !== as)),
    version: rate.version,
    demo: rate.demo,
  };
  if (missing) return { ...stated, cost: null, lines: [], missing };
  const breakdown = priceBreakdown(usage, rate);
  const costPico = breakdown.reduce((sum, line) => sum + line.costPico, 0n);
  const lines = breakdown.map((line) => ({
    bucket: line.bucket,
    units: line.units,
    perMillion: formatDecimal(line.perMillionMicro, MICRO_DIGITS),
    cost: picoToDecimal(line.costPico),
  }));
  return { ...stated, cost: picoToDecimal(costPico), lines, missing };
}

/** A bucket billed as itself, without a price of its own, has none. */
const isPriced = (rate: Rate, bucket: Bucket): boolean => rate.billedAs[bucket] !== bucket;

function ratesOf(rate: Rate): Quote["rates"] {
  const priced = BUCKETS.filter((bucket) => isPriced(rate, bucket));
  return Object.fromEntries(
    priced.map((bucket) => [bucket, formatDecimal(rate.perMillionMicro[bucket], MICRO_DIGITS)]),
  );
}
