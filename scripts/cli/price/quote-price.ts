import { formatDecimal } from "@/lib/money/format-decimal";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import type { PriceTerms } from "@/lib/prices/price-input";
import { toTerms } from "@/lib/prices/to-terms";
import type { Bucket, TokenBuckets } from "@/lib/pricing/buckets";
import { type CallTerms, chooseSchedule } from "@/lib/pricing/choose-schedule";
import { type PriceLine, priceBreakdown } from "@/lib/pricing/price-breakdown";
import type { BucketPrices, Rate } from "@/lib/pricing/rate";
import { wholeTier } from "@/lib/pricing/whole-tier";

export interface Quote {
  /** Exact decimal in `currency`; null when unpriced, which is not free. */
  cost: string | null;
  currency: string | null;
  buckets: TokenBuckets;
  /** Exact decimals per million, of each bucket that has a price: those that this call is priced by, with the tariff
   *  and the tier that it falls under. Where only the excess moves to a tier, `lines` tell the parts. */
  rates: Partial<Record<Bucket, string>>;
  /** Buckets that the vendor states no price for, and the one they are billed as. */
  billedAs: Partial<Record<Bucket, Bucket>>;
  /** All that the price says, as `price set` takes it. */
  terms: PriceTerms | null;
  version: string | null;
  /** ISO date or instant. */
  validFrom: string | null;
  validTo: string | null;
  demo: boolean;
  lines: { bucket: PriceLine["bucket"]; units: number; perMillion: string; cost: string }[];
  /** What was used and the price does not cover: a bucket, or a service tier. */
  missing: string | null;
}

const MICRO_DIGITS = 6;
const NO_PRICE = {
  ...{
    cost: null,
    currency: null,
    terms: null,
    version: null,
    validFrom: null,
    validTo: null,
    missing: null,
  },
  ...{ rates: {}, billedAs: {}, lines: [], demo: false },
};

/** What `usage` costs at `rate`, with the arithmetic. */
export function quotePrice(usage: TokenBuckets, rate: Rate | null, terms: CallTerms): Quote {
  if (!rate) return { ...NO_PRICE, buckets: usage };
  const schedule = chooseSchedule(rate, terms);
  const prices = schedule && wholeTier(usage, schedule);
  const stated = {
    currency: rate.currency,
    buckets: usage,
    rates: prices ? ratesOf(prices) : {},
    billedAs: { ...prices?.billedAs },
    terms: toTerms(rate),
    version: rate.version,
    validFrom: rate.validFrom,
    validTo: rate.validTo,
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

function ratesOf({ perMillionMicro }: BucketPrices): Quote["rates"] {
  return Object.fromEntries(
    Object.entries(perMillionMicro).map(([bucket, micro]) => [bucket, formatDecimal(micro, MICRO_DIGITS)]),
  );
}
