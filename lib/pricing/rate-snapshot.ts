import { z } from "zod";
import { BUCKETS } from "./buckets";
import type { Rate } from "./rate";

const bucket = z.enum(BUCKETS);
const micro = z
  .string()
  .regex(/^\d+$/)
  .transform((digits) => BigInt(digits));
const isoDay = z.iso.date();

/** A rate as JSON: what the ledger keeps beside each call. Prices are strings because JSON has no bigint. */
export const RateSnapshot = z.object({
  vendor: z.string().min(1),
  model: z.string().min(1),
  currency: z.string().min(1),
  perMillionMicro: z.record(bucket, micro),
  billedAs: z.partialRecord(bucket, bucket),
  validFrom: isoDay,
  validTo: isoDay.nullable(),
  version: z.string().min(1),
  demo: z.boolean(),
});
/** The JSON shape. */
export type RateSnapshot = z.input<typeof RateSnapshot>;

export function toRateSnapshot(rate: Rate): RateSnapshot {
  const entries = BUCKETS.map((name) => [name, rate.perMillionMicro[name].toString()] as const);
  return {
    ...rate,
    billedAs: { ...rate.billedAs },
    perMillionMicro: Object.fromEntries(entries) as RateSnapshot["perMillionMicro"],
  };
}

/** @throws ZodError if `json` is no snapshot. */
export function fromRateSnapshot(json: unknown): Rate {
  return RateSnapshot.parse(json) as Rate;
}
