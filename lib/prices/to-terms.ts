import { formatDecimal } from "@/lib/money/format-decimal";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import { BUCKETS, type Bucket } from "@/lib/pricing/buckets";
import type { BucketPrices, Rate, Schedule, Tariff } from "@/lib/pricing/rate";
import type { PriceTerms } from "./price-input";

const MICRO_DIGITS = 6;

/** A rate as somebody would state it: what merely stands in for a price is left out. Setting it again makes the same
 *  rate. */
export function toTerms(rate: Rate): PriceTerms {
  return {
    currency: rate.currency,
    ...toSchedule(rate),
    ...(rate.tariffs.length > 0 && { tariffs: rate.tariffs.map(toTariff) }),
    ...(rate.minimumPico > 0n && { minimum: picoToDecimal(rate.minimumPico) }),
  };
}

type StatedSchedule = Pick<PriceTerms, "perMillion" | "tiers" | "tiersBy">;

function toTariff(tariff: Tariff) {
  const { serviceTier, hours } = tariff;
  const windows = hours?.windows.map(([from, to]): [string, string] => [from, to]) ?? [];
  if (!hours) return { ...toSchedule(tariff), serviceTier, hours };
  const { zone, by, days } = hours;
  const stated = { zone, windows, by, ...(days !== undefined && { days: [...days] }) };
  return { ...toSchedule(tariff), serviceTier, hours: stated };
}

function toSchedule(schedule: Schedule): StatedSchedule {
  const tiers = schedule.tiers.map((tier) => ({ above: tier.above, perMillion: toPrices(tier) }));
  return {
    perMillion: toPrices(schedule),
    ...(tiers.length > 0 && { tiers, tiersBy: schedule.tiersBy }),
  };
}

function toPrices({ perMillionMicro, billedAs }: BucketPrices): Partial<Record<Bucket, string>> {
  const stated = BUCKETS.flatMap((bucket) => {
    const micro = perMillionMicro[bucket];
    return micro === undefined || billedAs[bucket] !== undefined
      ? []
      : [[bucket, formatDecimal(micro, MICRO_DIGITS)] as const];
  });
  return Object.fromEntries(stated);
}
