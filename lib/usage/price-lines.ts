import { formatDecimal } from "@/lib/money/format-decimal";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import type { Bucket, TokenBuckets } from "@/lib/pricing/buckets";
import type { CallTerms } from "@/lib/pricing/choose-schedule";
import { priceBreakdown } from "@/lib/pricing/price-breakdown";
import { fromRateSnapshot } from "@/lib/pricing/rate-snapshot";

const MICRO_DIGITS = 6;

/** One bucket's part of a cost, all in exact decimals: `units` times `perMillion` / 1,000,000 is `cost`. */
export interface PriceLine {
  bucket: Bucket | "minimum";
  billedAs: Bucket | "minimum";
  units: number;
  perMillion: string;
  cost: string;
}

/** The arithmetic of a call, from the price that its ledger row keeps. */
export function toPriceLines(usage: TokenBuckets, rate: unknown, terms: CallTerms): PriceLine[] {
  if (rate === null) return [];
  const breakdown = priceBreakdown(usage, fromRateSnapshot(rate), terms);
  return (breakdown.priced ? breakdown.lines : []).map((line) => ({
    bucket: line.bucket,
    billedAs: line.billedAs,
    units: line.units,
    perMillion: formatDecimal(line.perMillionMicro, MICRO_DIGITS),
    cost: picoToDecimal(line.costPico),
  }));
}
