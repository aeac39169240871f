import type { BucketPrices, Rate } from "./rate";

/** Whether every use of the model costs nothing. An unknown price is not a free one: that is no rate at all. */
export function isFree(rate: Rate): boolean {
  const schedules = [rate, ...rate.tariffs].flatMap((schedule) => [schedule, ...schedule.tiers]);
  return rate.minimumPico === 0n && schedules.every(costsNothing);
}

const costsNothing = ({ perMillionMicro }: BucketPrices): boolean =>
  Object.values(perMillionMicro).every((micro) => micro === 0n);
