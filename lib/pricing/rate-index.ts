import { findRate, type ModelAliases } from "./find-rate";
import type { Rate } from "./rate";

/** Rates by `vendor/model` in lower case, each in the order given: thousands are asked for hundreds of models at a
 *  time. */
export type RateIndex = ReadonlyMap<string, readonly Rate[]>;

export const NO_RATES: RateIndex = new Map();

export function indexRates(rates: readonly Rate[]): RateIndex {
  return Map.groupBy(rates, ({ vendor, model }) => nameOf(vendor, model));
}

/** As `findRate`. */
export function findIndexedRate(
  index: RateIndex,
  vendor: string,
  model: string,
  at: Date,
  aliases: ModelAliases = {},
): Rate | null {
  if (index.size === 0) return null;
  const name = nameOf(vendor, model);
  const target = Object.hasOwn(aliases, name) ? aliases[name] : undefined;
  const named = index.get(name) ?? [];
  const listed = target === undefined ? [] : (index.get(nameOf(vendor, target)) ?? []);
  return findRate([...named, ...listed], vendor, model, at, aliases);
}

const nameOf = (vendor: string, model: string) => `${vendor}/${model}`.toLowerCase();
