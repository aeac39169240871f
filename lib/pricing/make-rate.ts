import { parseDecimal } from "@/lib/money/parse-decimal";
import type { Currency } from "@/lib/money/pico";
import { BUCKETS, type Bucket } from "./buckets";
import type { Rate } from "./rate";

const MICRO_DIGITS = 6;

/** What stands in for a price that a vendor does not state. Images have no stand-in: they are not tokens. */
const STAND_IN: Readonly<Partial<Record<Bucket, Bucket>>> = {
  cacheRead: "input",
  cacheWrite: "input",
  reasoning: "output",
  audioInput: "input",
  audioOutput: "output",
};

export interface StatedPrice {
  vendor: string;
  model: string;
  currency: Currency;
  /** Decimal strings, in currency units per million units of the bucket, as a price list prints them. */
  perMillion: Readonly<{ input: string; output: string } & Partial<Record<Bucket, string>>>;
  validFrom: string;
  validTo?: string | null;
  version: string;
  demo?: boolean;
}

/** A complete rate from the prices a vendor states. What is not stated is billed as its stand-in, and
 *  `billedAs` says so; a bucket billed as itself has no price at all.
 *  @throws RangeError on a negative price or one finer than a millionth. */
export function makeRate(price: StatedPrice): Rate {
  const perMillionMicro: Partial<Record<Bucket, bigint>> = {};
  const billedAs: Partial<Record<Bucket, Bucket>> = {};
  for (const bucket of BUCKETS) {
    const source = price.perMillion[bucket] === undefined ? (STAND_IN[bucket] ?? bucket) : bucket;
    const stated = price.perMillion[source];
    if (stated === undefined || source !== bucket) billedAs[bucket] = source;
    perMillionMicro[bucket] = stated === undefined ? 0n : parseNonNegative(stated);
  }
  return {
    vendor: price.vendor,
    model: price.model,
    currency: price.currency,
    perMillionMicro: perMillionMicro as Record<Bucket, bigint>,
    billedAs,
    validFrom: price.validFrom,
    validTo: price.validTo ?? null,
    version: price.version,
    demo: price.demo ?? false,
  };
}

function parseNonNegative(decimal: string): bigint {
  const micro = parseDecimal(decimal, MICRO_DIGITS);
  if (micro < 0n) throw new RangeError(`negative price: ${decimal}`);
  return micro;
}
