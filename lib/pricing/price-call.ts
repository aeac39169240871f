import type { Pico } from "@/lib/money/pico";
import type { TokenBuckets } from "./buckets";
import { priceBreakdown } from "./price-breakdown";
import type { Rate } from "./rate";

/** Price of one call in 10^-12 of `rate.currency`; exact, no rounding.
 *  @throws RangeError as `priceBreakdown` does. */
export function priceCall(usage: TokenBuckets, rate: Rate): Pico {
  return priceBreakdown(usage, rate).reduce((sum, line) => sum + line.costPico, 0n);
}
