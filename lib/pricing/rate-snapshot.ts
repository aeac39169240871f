import { z } from "zod";
import { BUCKETS, type Bucket } from "./buckets";
import type { BucketPrices, LengthTier, Rate, Schedule, Tariff } from "./rate";

const bucket = z.enum(BUCKETS);
const natural = z
  .string()
  .regex(/^\d+$/)
  .transform((digits) => BigInt(digits));

const pricesShape = {
  perMillionMicro: z.partialRecord(bucket, natural),
  billedAs: z.partialRecord(bucket, bucket),
};
const tier = z.object({ above: z.int().positive(), ...pricesShape });
const scheduleShape = {
  ...pricesShape,
  tiers: z.array(tier).default([]),
  tiersBy: z.enum(["whole", "excess"]).default("whole"),
};
const hours = z.object({
  zone: z.string(),
  windows: z.array(z.tuple([z.string(), z.string()])),
  by: z.enum(["start", "end"]),
  days: z.array(z.int().min(1).max(7)).optional(),
});
const tariff = z.object({
  ...scheduleShape,
  serviceTier: z.string().nullable(),
  hours: hours.nullable(),
});
const moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/** A rate as JSON: what the ledger keeps beside each call. Prices are strings because JSON has no bigint; what most
 *  rates lack is left out. */
export const RateSnapshot = z.object({
  vendor: z.string().min(1),
  model: z.string().min(1),
  currency: z.string().min(1),
  ...scheduleShape,
  tariffs: z.array(tariff).default([]),
  minimumPico: natural.default(0n),
  validFrom: moment,
  validTo: moment.nullable(),
  version: z.string().min(1),
  demo: z.boolean(),
});
/** The JSON shape. */
export type RateSnapshot = z.input<typeof RateSnapshot>;

export function toRateSnapshot(rate: Rate): RateSnapshot {
  const { vendor, model, currency, validFrom, validTo, version, demo } = rate;
  return {
    ...{ vendor, model, currency, validFrom, validTo, version, demo },
    ...scheduleJson(rate),
    ...(rate.tariffs.length > 0 && { tariffs: rate.tariffs.map(tariffJson) }),
    ...(rate.minimumPico > 0n && { minimumPico: rate.minimumPico.toString() }),
  };
}

function tariffJson(rate: Tariff) {
  const stated = rate.hours;
  const windows = stated?.windows.map(([from, to]): [string, string] => [from, to]) ?? [];
  const days = stated?.days === undefined ? undefined : [...stated.days];
  const hours = stated && { ...stated, windows, days };
  return { ...scheduleJson(rate), serviceTier: rate.serviceTier, hours };
}

function scheduleJson(schedule: Schedule) {
  const tiers = schedule.tiers.map(({ above, ...prices }) => ({ above, ...pricesJson(prices) }));
  return { ...pricesJson(schedule), ...(tiers.length > 0 && { tiers, tiersBy: schedule.tiersBy }) };
}

function pricesJson({ perMillionMicro, billedAs }: BucketPrices) {
  const entries = Object.entries(perMillionMicro).map(([name, micro]) => [name, micro.toString()]);
  const json: Partial<Record<Bucket, string>> = Object.fromEntries(entries);
  return { perMillionMicro: json, billedAs: { ...billedAs } };
}

/** @throws ZodError if `json` is no snapshot. */
export function fromRateSnapshot(json: unknown): Rate {
  const parsed = RateSnapshot.parse(json);
  return { ...parsed, ...toSchedule(parsed), tariffs: parsed.tariffs.map(toTariff) };
}

type ParsedPrices = Pick<z.output<typeof tier>, "perMillionMicro" | "billedAs">;
type ParsedSchedule = ParsedPrices & Pick<z.output<typeof tariff>, "tiers" | "tiersBy">;

function toTariff(parsed: z.output<typeof tariff>): Tariff {
  return { ...toSchedule(parsed), serviceTier: parsed.serviceTier, hours: parsed.hours };
}

function toSchedule(parsed: ParsedSchedule): Schedule {
  const tiers: LengthTier[] = parsed.tiers.map((one) => ({ above: one.above, ...toPrices(one) }));
  return { ...toPrices(parsed), tiers, tiersBy: parsed.tiersBy };
}

/** The first snapshots hold every bucket, and say of one without a price that it is billed as itself. */
function toPrices({ perMillionMicro, billedAs }: ParsedPrices): BucketPrices {
  const { input, output } = perMillionMicro;
  if (input === undefined || output === undefined) {
    throw new z.ZodError([
      { code: "custom", path: ["perMillionMicro"], message: "no price", input: perMillionMicro },
    ]);
  }
  const hasPrice = (name: Bucket) => billedAs[name] !== name;
  const priced = BUCKETS.filter((name) => perMillionMicro[name] !== undefined && hasPrice(name));
  const standing = BUCKETS.filter((name) => billedAs[name] !== undefined && hasPrice(name));
  return {
    perMillionMicro: {
      ...Object.fromEntries(priced.map((name) => [name, perMillionMicro[name]])),
      input,
      output,
    },
    billedAs: Object.fromEntries(standing.map((name) => [name, billedAs[name]])),
  };
}
