import type { ModelAliases } from "@/lib/pricing/find-rate";
import type { Rate } from "@/lib/pricing/rate";
import { findIndexedRate, indexRates } from "@/lib/pricing/rate-index";
import listPrices from "./data/list-prices.json";
import { ListPriceFile } from "./list-price";
import { OWN_ALIASES, OWN_RATES } from "./own-prices";
import { toListRates } from "./to-list-rates";

const file = ListPriceFile.parse(listPrices);

/** Every dated price that ships: those of prices.json, and what list-prices.json adds. A version ends where the next
 *  begins. */
export const SHIPPED_RATES: readonly Rate[] = closed([...OWN_RATES, ...toListRates(file)]);

/** `vendor/name` as listed or dated by the vendor, to the model that the price list has it under. */
export const MODEL_ALIASES: ModelAliases = { ...file.aliases, ...OWN_ALIASES };

const index = indexRates(SHIPPED_RATES);

/** The shipped price of a model on the UTC day of `at`, or null: unpriced. */
export function shippedRate(vendor: string, model: string, at: Date): Rate | null {
  return findIndexedRate(index, vendor, model, at, MODEL_ALIASES);
}

/** The other names that a price of this model holds for, in lower case. */
export function namesPricedAs(vendor: string, model: string): string[] {
  const prefix = `${vendor}/`.toLowerCase();
  return Object.entries(MODEL_ALIASES)
    .filter(([name, target]) => name.startsWith(prefix) && target.toLowerCase() === model.toLowerCase())
    .map(([name]) => name.slice(prefix.length));
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
