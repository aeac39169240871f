import type { Pico } from "@/lib/money/pico";
import type { TokenBuckets } from "./buckets";
import type { CallTerms } from "./choose-schedule";
import { priceBreakdown } from "./price-breakdown";
import type { Rate } from "./rate";

/** Price of one call in 10^-12 of `rate.currency`; exact, no rounding. Null: it used something the rate has no price
 *  for, and is unpriced.
 *  @throws RangeError as `priceBreakdown` does. */
export function priceCall(usage: TokenBuckets, rate: Rate, terms: CallTerms): Pico | null {
  const breakdown = priceBreakdown(usage, rate, terms);
  return breakdown.priced ? breakdown.costPico : null;
}
