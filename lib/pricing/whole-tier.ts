import { PROMPT_BUCKETS, type TokenBuckets } from "./buckets";
import type { BucketPrices, Schedule } from "./rate";

/** The prices that a call of `usage` moves to as a whole: of the highest tier that its prompt is longer than, or the
 *  first ones. Where only the excess moves, the first ones. */
export function wholeTier(usage: TokenBuckets, schedule: Schedule): BucketPrices {
  if (schedule.tiersBy === "excess") return schedule;
  const prompt = PROMPT_BUCKETS.reduce((sum, bucket) => sum + usage[bucket], 0);
  return schedule.tiers.findLast(({ above }) => prompt > above) ?? schedule;
}
