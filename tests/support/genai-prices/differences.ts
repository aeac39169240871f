import type { Bucket, TokenBuckets } from "@/lib/pricing/buckets";
import type { Rate } from "@/lib/pricing/rate";
import type { ListedModel } from "./all-models";

/** Why the calculator and Wye may differ on a case; docs/pricing.md explains each. */
export type Difference =
  /** Wye wants both prices before it prices anything. */
  | "no price of input or output"
  /** Wye keeps no price finer than a millionth per million. */
  | "finer than a millionth"
  /** The calculator bills what has no price as what it is a kind of, or not at all; Wye calls it unpriced. */
  | `no price of ${Bucket}`
  /** The calculator applies hours that are listed after a dated version before that date too. */
  | "hours before their day";

/** Kinds of use that can be without a price where input and output have one, in the order of the buckets. */
const NO_STAND_IN: readonly Bucket[] = [
  "cacheWrite",
  "audioInput",
  "audioOutput",
  "cacheWrite1h",
  "audioCacheRead",
  "imageOutput",
  "webSearches",
];

/** The difference that a case must show, from its data alone, or null: both must agree. */
export function expectedDifference(
  { model }: ListedModel,
  rate: Rate,
  usage: TokenBuckets,
  at: Date,
): Difference | null {
  const missing = NO_STAND_IN.find(
    (bucket) => usage[bucket] > 0 && rate.perMillionMicro[bucket] === undefined,
  );
  if (missing) return `no price of ${missing}`;
  return isBeforeItsHours(model, at) ? "hours before their day" : null;
}

function isBeforeItsHours({ prices }: ListedModel["model"], at: Date): boolean {
  if (!Array.isArray(prices)) return false;
  const dated = prices.find(({ constraint }) => constraint?.type === "start_date")?.constraint;
  if (dated?.type !== "start_date" || at >= new Date(dated.start_date)) return false;
  const time = at.toISOString().slice(11, 19);
  return prices.some(
    ({ constraint }) =>
      constraint?.type === "time_of_date" &&
      constraint.start_time.slice(0, 8) <= time &&
      time < constraint.end_time.slice(0, 8),
  );
}
