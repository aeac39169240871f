import { formatDecimal } from "@/lib/money/format-decimal";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import type { Bucket, TokenBuckets } from "@/lib/pricing/buckets";
import type { CallTerms } from "@/lib/pricing/choose-schedule";
import { type PriceLine, priceBreakdown } from "@/lib/pricing/price-breakdown";
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
  lines: { bucket: PriceLine["bucket"]; units: number; perMillion: string; cost: string }[];
  /** What was used and the price does not cover: a bucket, or a service tier. */
  missing: string | null;
}

const MICRO_DIGITS = 6;

/** What `usage` costs at `rate`, with the arithmetic. */
export function quotePrice(usage: TokenBuckets, rate: Rate | null, terms: CallTerms): Quote {
  const unpriced = { cost: null, currency: null, buckets: usage, rates: {}, billedAs: {}, version: null };
  if (!rate) return { ...unpriced, demo: false, lines: [], missing: null };
  const stated = {
    currency: rate.currency,
    buckets: usage,
    rates: ratesOf(rate),
    billedAs: { ...rate.billedAs },
    version: rate.version,
    demo: rate.demo,
  };
  const breakdown = priceBreakdown(usage, rate, terms);
  if (!breakdown.priced) return { ...stated, cost: null, lines: [], missing: breakdown.missing };
  const lines = breakdown.lines.map((line) => ({
    bucket: line.bucket,
    units: line.units,
    perMillion: formatDecimal(line.perMillionMicro, MICRO_DIGITS),
    cost: picoToDecimal(line.costPico),
  }));
  return { ...stated, cost: picoToDecimal(breakdown.costPico), lines, missing: null };
}

function ratesOf({ perMillionMicro }: Rate): Quote["rates"] {
  return Object.fromEntries(
    Object.entries(perMillionMicro).map(([bucket, micro]) => [bucket, formatDecimal(micro, MICRO_DIGITS)]),
  );
}
