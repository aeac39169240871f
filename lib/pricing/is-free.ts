import { BUCKETS } from "./buckets";
import type { Rate } from "./rate";

/** Whether every use of the model costs nothing. An unknown price is not a free one: that is no rate at all. */
export function isFree(rate: Rate): boolean {
  return BUCKETS.every((bucket) => rate.perMillionMicro[bucket] === 0n);
}
