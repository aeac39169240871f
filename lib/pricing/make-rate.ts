import { parseDecimal } from "@/lib/money/parse-decimal";
import type { Currency } from "@/lib/money/pico";
import { BUCKETS, type Bucket } from "./buckets";
import { clock } from "./choose-schedule";
import type { BucketPrices, Hours, LengthTier, Rate, Schedule, Tariff } from "./rate";

const MICRO_DIGITS = 6;
const PICO_DIGITS = 12;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What stands in for a price that a vendor does not state, if that one is stated. A cache for an hour costs more
 *  than one for five minutes, so neither stands in for the other; sound and images made have no stand-in at all. */
const STAND_IN: Readonly<Partial<Record<Bucket, Bucket>>> = {
  cacheRead: "input",
  cacheWrite: "input",
  cacheWrite1h: "input",
  reasoning: "output",
  audioCacheRead: "audioInput",
  imageInput: "input",
};

/** Decimal strings, in currency units per million units of the bucket, as a price list prints them. */
export type StatedPrices = Readonly<
  { input: string; output: string } & Partial<Record<Bucket, string | undefined>>
>;

export interface StatedSchedule {
  perMillion: StatedPrices;
  tiers?: readonly { above: number; perMillion: StatedPrices }[] | undefined;
  tiersBy?: "whole" | "excess" | undefined;
}

export interface StatedTariff extends StatedSchedule {
  serviceTier?: string | null;
  hours?: Hours | null;
}

export interface StatedPrice extends StatedSchedule {
  vendor: string;
  model: string;
  currency: Currency;
  tariffs?: readonly StatedTariff[] | undefined;
  /** The least that a call costs, a decimal in currency units. */
  minimum?: string | undefined;
  validFrom: string;
  validTo?: string | null;
  version: string;
  demo?: boolean;
}

/** A complete rate from the prices a vendor states. What is not stated is billed as its stand-in, and `billedAs` says
 *  so; what has none has no price.
 *  @throws RangeError on a negative price, one finer than a millionth, tiers that do not ascend, a tariff without
 *  terms, windows that end when they begin, and hours or zones that do not exist. */
export function makeRate(price: StatedPrice): Rate {
  return {
    vendor: price.vendor,
    model: price.model,
    currency: price.currency,
    ...toSchedule(price),
    tariffs: (price.tariffs ?? []).map(toTariff),
    minimumPico: parseNonNegative(price.minimum ?? "0", PICO_DIGITS),
    validFrom: price.validFrom,
    validTo: price.validTo ?? null,
    version: price.version,
    demo: price.demo ?? false,
  };
}

function toTariff(stated: StatedTariff): Tariff {
  const serviceTier = stated.serviceTier?.toLowerCase() ?? null;
  const hours = stated.hours ?? null;
  if (serviceTier === null && hours === null) throw new RangeError("a tariff needs a service tier or hours");
  if (hours) assertHours(hours);
  return { ...toSchedule(stated), serviceTier, hours };
}

function assertHours({ zone, windows, days }: Hours): void {
  clock(zone);
  if (days?.length === 0) throw new RangeError("hours without a day");
  if (windows.length === 0) throw new RangeError("hours without a window");
  for (const time of windows.flat()) if (!TIME.test(time)) throw new RangeError(`no time of day: ${time}`);
  for (const [from, to] of windows)
    if (from === to) throw new RangeError(`a window that ends when it begins holds never: ${from}`);
}

function toSchedule({ perMillion, tiers = [], tiersBy = "whole" }: StatedSchedule): Schedule {
  return { ...toPrices(perMillion), tiers: tiers.map(toTier), tiersBy: tiers.length > 0 ? tiersBy : "whole" };
}

function toTier(
  { above, perMillion }: { above: number; perMillion: StatedPrices },
  index: number,
  all: readonly { above: number }[],
): LengthTier {
  const before = all[index - 1]?.above ?? 0;
  if (!Number.isSafeInteger(above) || above <= before) {
    throw new RangeError(`tiers must ascend: ${above} after ${before}`);
  }
  return { above, ...toPrices(perMillion) };
}

function toPrices(perMillion: StatedPrices): BucketPrices {
  const perMillionMicro: Partial<Record<Bucket, bigint>> = {};
  const billedAs: Partial<Record<Bucket, Bucket>> = {};
  for (const bucket of BUCKETS) {
    const source = perMillion[bucket] === undefined ? standIn(bucket, perMillion) : bucket;
    const stated = source === null ? undefined : perMillion[source];
    if (source === null || stated === undefined) continue;
    if (source !== bucket) billedAs[bucket] = source;
    perMillionMicro[bucket] = parseNonNegative(stated, MICRO_DIGITS);
  }
  return { perMillionMicro: perMillionMicro as BucketPrices["perMillionMicro"], billedAs };
}

function standIn(bucket: Bucket, perMillion: StatedPrices): Bucket | null {
  if (bucket === "cacheWrite1h" && perMillion.cacheWrite !== undefined) return null;
  if (bucket === "cacheWrite" && perMillion.cacheWrite1h !== undefined) return null;
  return STAND_IN[bucket] ?? null;
}

function parseNonNegative(decimal: string, digits: number): bigint {
  const scaled = parseDecimal(decimal, digits);
  if (scaled < 0n) throw new RangeError(`negative price: ${decimal}`);
  return scaled;
}
