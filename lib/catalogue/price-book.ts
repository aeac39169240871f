import type { listPrices } from "@/db/queries/prices";
import { readKeptRate } from "@/lib/prices/read-kept-rate";
import type { Rate } from "@/lib/pricing/rate";
import { findIndexedRate, indexRates, NO_RATES, type RateIndex } from "@/lib/pricing/rate-index";
import type { ModelBook, ModelName } from "./model-book";
import { MODEL_ALIASES, shippedRate } from "./shipped-prices";

/** What a team's calls cost: what was set for the key, the team and the instance, what was imported, what ships. */
export interface PriceBook {
  /** The price of a model at an instant, or null: unpriced, which is not free. What is more particular wins. A name
   *  that a customer gave has the price that a person set for it, or else that of the model which answers. */
  rate(vendor: string, model: string, at: Date, credentialId?: string | null): Rate | null;
  /** Whether a price that a person sets would be the one of such a call at an instant: nothing more particular has one,
   *  nor has its own place one under the very name that was called. */
  reaches(price: PlacedPrice, call: PricedCall, at: Date): boolean;
}

export interface PlacedPrice {
  scope: "team" | "instance";
  vendor: string;
  model: string;
  /** Of one key alone. */
  credentialId: string | null;
}

interface PricedCall {
  vendor: string;
  model: string;
  credentialId: string | null;
}

/** What one team, or the instance, says of prices. */
export interface SetPrices {
  byCredential: ReadonlyMap<string, RateIndex>;
  byPerson: RateIndex;
  imported: RateIndex;
}

export const NO_PRICES_SET: SetPrices = { byCredential: new Map(), byPerson: NO_RATES, imported: NO_RATES };

/** A file that was imported knows nothing of the names that a customer gave. */
interface Layer {
  index: RateIndex;
  isImported: boolean;
}

export function priceBook(own: SetPrices, instances: SetPrices, { deployed }: ModelBook): PriceBook {
  const layersFor = (credentialId: string | null): Layer[] => {
    const byHand = (index: RateIndex | undefined): Layer => ({ index: index ?? NO_RATES, isImported: false });
    const ofKey = ({ byCredential }: SetPrices) =>
      byHand(credentialId === null ? NO_RATES : byCredential.get(credentialId));
    const ofAll = ({ byPerson, imported }: SetPrices) => [
      byHand(byPerson),
      { index: imported, isImported: true },
    ];
    return [ofKey(own), ofKey(instances), ...ofAll(own), ...ofAll(instances)];
  };

  return {
    rate(vendor, model, at, credentialId = null) {
      const of = deployed(vendor, model);
      for (const layer of layersFor(credentialId)) {
        const found = find(layer, [vendor, model], of, at);
        if (found) return found;
      }
      return shippedRate(...(of ?? ([vendor, model] as const)), at);
    },
    reaches(price, { vendor, model, credentialId: keyOfCall }, at) {
      const { scope, credentialId } = price;
      if (credentialId !== null && credentialId !== keyOfCall) return false;
      const called = [vendor, model] as const;
      const of = deployed(vendor, model);
      const layers = layersFor(keyOfCall);
      const place = (credentialId === null ? 2 : 0) + (scope === "team" ? 0 : credentialId === null ? 2 : 1);
      if (layers.slice(0, place).some((layer) => find(layer, called, of, at))) return false;
      const names = namesOf(called, of);
      const nth = names.findIndex((name) => keyOf(name) === keyOf([price.vendor, price.model]));
      const index = layers[place]?.index ?? NO_RATES;
      // A name that comes before it in its own place has the word.
      return nth >= 0 && names.slice(0, nth).every((name) => findIndexedRate(index, ...name, at) === null);
    },
  };
}

function find({ index, isImported }: Layer, called: ModelName, of: ModelName | null, at: Date): Rate | null {
  if (of === null) return findIndexedRate(index, ...called, at, MODEL_ALIASES);
  const itsOwn = isImported ? null : findIndexedRate(index, ...called, at);
  return itsOwn ?? findIndexedRate(index, ...of, at, MODEL_ALIASES);
}

/** What a call's price is looked for under in one place, in order: the name that was called, the model that answers
 *  under it, the name that a price list has that under. */
function namesOf(called: ModelName, of: ModelName | null): ModelName[] {
  const model = of ?? called;
  const alias = Object.hasOwn(MODEL_ALIASES, keyOf(model)) ? MODEL_ALIASES[keyOf(model)] : undefined;
  return [called, ...(of ? [of] : []), ...(alias === undefined ? [] : [[model[0], alias] as const])];
}

const keyOf = (name: ModelName) => name.join("/").toLowerCase();

export function toSetPrices(rows: Awaited<ReturnType<typeof listPrices>>): SetPrices {
  const read = rows.flatMap((row) => {
    const rate = readKeptRate(row);
    return rate ? [{ credentialId: row.credentialId, origin: row.origin, rate }] : [];
  });
  const indexed = (accept: (row: (typeof read)[number]) => boolean) =>
    indexRates(read.filter(accept).map(({ rate }) => rate));
  const credentialIds = new Set(read.map(({ credentialId }) => credentialId).filter((id) => id !== null));
  return {
    byCredential: new Map([...credentialIds].map((id) => [id, indexed((row) => row.credentialId === id)])),
    byPerson: indexed((row) => row.credentialId === null && row.origin === "person"),
    imported: indexed((row) => row.credentialId === null && row.origin === "import"),
  };
}
