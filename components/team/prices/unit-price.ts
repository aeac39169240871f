import { formatDecimal } from "@/lib/money/format-decimal";
import { parseDecimal } from "@/lib/money/parse-decimal";
import type { Bucket } from "@/lib/pricing/buckets";

const MILLION = 1_000_000;
const DIGITS = 18;

/** How many of what is counted one by one vendors state a price for; of tokens it is a million. */
const COUNTED: Readonly<Partial<Record<Bucket, number>>> = { images: 1, webSearches: 1000, requests: 1000 };

export const unitsOf = (bucket: Bucket): number => COUNTED[bucket] ?? MILLION;

/** A price per million, as people state it: of so many units as `unitsOf` says. Exact. */
export function toUnitPrice(bucket: Bucket, perMillion: string): string {
  const scaled = parseDecimal(perMillion, DIGITS) * BigInt(unitsOf(bucket));
  return formatDecimal(scaled, DIGITS + 6);
}

/** And back. @throws RangeError if `price` is no plain decimal */
export function toPerMillion(bucket: Bucket, price: string): string {
  return formatDecimal((parseDecimal(price, DIGITS) * BigInt(MILLION)) / BigInt(unitsOf(bucket)), DIGITS);
}
