import { findRate, type ModelAliases } from "@/lib/pricing/find-rate";
import { makeRate } from "@/lib/pricing/make-rate";
import type { Rate } from "@/lib/pricing/rate";
import listPrices from "./data/list-prices.json";
import { type ListPrice, ListPriceFile } from "./list-price";
import { OWN_ALIASES, OWN_RATES } from "./own-prices";

const file = ListPriceFile.parse(listPrices);

/** Every dated price that ships: those of prices.json, and what list-prices.json adds. A version ends where the next
 *  begins. */
export const SHIPPED_RATES: readonly Rate[] = closed([...OWN_RATES, ...file.prices.map(toRate)]);

/** `vendor/name` as listed or dated by the vendor, to the model that the price list has it under. */
export const MODEL_ALIASES: ModelAliases = { ...file.aliases, ...OWN_ALIASES };

const nameOf = (vendor: string, model: string) => `${vendor}/${model}`.toLowerCase();
const byName = Map.groupBy(SHIPPED_RATES, ({ vendor, model }) => nameOf(vendor, model));

/** The shipped price of a model on the UTC day of `at`, or null: unpriced. */
export function shippedRate(vendor: string, model: string, at: Date): Rate | null {
  const name = nameOf(vendor, model);
  const target = Object.hasOwn(MODEL_ALIASES, name) ? MODEL_ALIASES[name] : undefined;
  const listed = target === undefined ? [] : (byName.get(nameOf(vendor, target)) ?? []);
  return findRate([...(byName.get(name) ?? []), ...listed], vendor, model, at, MODEL_ALIASES);
}

function toRate({ from, to, ...stated }: ListPrice): Rate {
  return makeRate({
    ...stated,
    validFrom: from,
    validTo: to ?? null,
    version: `${file.source}, ${from}`,
  });
}

function closed(rates: readonly Rate[]): Rate[] {
  const versions = Map.groupBy(rates, ({ vendor, model }) => `${vendor}/${model}`);
  return rates.map((rate) => {
    const later = (versions.get(`${rate.vendor}/${rate.model}`) ?? [])
      .map(({ validFrom }) => validFrom)
      .filter((from) => from > rate.validFrom && (rate.validTo === null || from < rate.validTo))
      .sort()[0];
    return later === undefined ? rate : { ...rate, validTo: later };
  });
}
