import type { Db } from "@/db/client";
import { listCatalogueModels } from "@/db/queries/catalogue";
import { listPrices, readBookVersions } from "@/db/queries/prices";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { readKeptRate } from "@/lib/prices/read-kept-rate";
import type { Rate } from "@/lib/pricing/rate";
import { findIndexedRate, indexRates, NO_RATES, type RateIndex } from "@/lib/pricing/rate-index";
import { type CatalogueModel, describeEntry } from "./describe-model";
import type { CatalogueEntry } from "./entry";
import { NO_MODELS_SET, type SetModels, setEntry, toSetModels } from "./set-models";
import { MODEL_ALIASES, shippedRate } from "./shipped-prices";
import { shippedEntry, shippedNames } from "./snapshot";

/** What a team's models are and what its calls cost: what was set for the key, the team and the instance, what was
 *  imported, what ships. */
export interface Book {
  /** The price of a model at an instant, or null: unpriced, which is not free. What is more particular wins. */
  rate(vendor: string, model: string, at: Date, credentialId?: string | null): Rate | null;
  /** Whether a price that a person sets would be the one of such a call at an instant: nothing more particular has one,
   *  nor has its own place one under the very name that was called. */
  reaches(price: PlacedPrice, call: PricedCall, at: Date): boolean;
  /** What is known of a model, field by field the most particular word. */
  describe(vendor: string, id: string): CatalogueModel;
  /** All that is known of a model; null for one that nobody has heard of. */
  entry(vendor: string, id: string): CatalogueEntry | null;
  /** Whether the team or the instance took the model away from those that can be asked. */
  isHidden(vendor: string, id: string): boolean;
  /** Who did. */
  hiddenBy(vendor: string, id: string): "team" | "instance" | null;
  /** Ids of a vendor's models that a person of the team or the instance spoke of: these are there, whether or not the
   *  vendor lists them. */
  byHand(vendor: string): string[];
  /** Every model of the catalogue, as `[vendor, id]`. */
  names(): [vendor: string, id: string][];
}

export interface PlacedPrice {
  scope: "team" | "instance";
  vendor: string;
  model: string;
  /** Of one key alone. */
  credentialId: string | null;
}

interface PricedCall {
  model: string;
  credentialId: string | null;
}

interface Said {
  prices: SetPrices;
  models: SetModels;
}

interface SetPrices {
  byCredential: ReadonlyMap<string, RateIndex>;
  byPerson: RateIndex;
  imported: RateIndex;
}

interface Kept {
  version: number;
  said: Said;
}

const NOTHING_SAID: Said = {
  prices: { byCredential: new Map(), byPerson: NO_RATES, imported: NO_RATES },
  models: NO_MODELS_SET,
};
const MOST_TEAMS = 1000;
/** What was read, with the version that it was read at: asked again with every use, so never out of date. */
const read = new WeakMap<Db, Map<string, Kept>>();

/** The team's book as it stands in the database. */
export async function readBook(db: Db, teamId: string): Promise<Book> {
  const versions = await readBookVersions(db, teamId);
  const [own, instances] = await Promise.all([
    readSaid(db, teamId, versions.team),
    readSaid(db, INSTANCE_TEAM_ID, versions.instance),
  ]);
  return { ...priceBook(own.prices, instances.prices), ...modelBook(own.models, instances.models) };
}

function modelBook(own: SetModels, instances: SetModels): Omit<Book, "rate" | "reaches"> {
  const hiddenBy: Book["hiddenBy"] = (vendor, id) => {
    const name = `${vendor}/${id.toLowerCase()}`;
    if (instances.hidden.has(name)) return "instance";
    return own.hidden.has(name) ? "team" : null;
  };
  const entry: Book["entry"] = (vendor, id) => {
    const layers = [shippedEntry(vendor, id), setEntry(instances, vendor, id), setEntry(own, vendor, id)];
    const said = layers.filter((layer) => layer !== null);
    return said.length === 0 ? null : Object.assign({}, ...said);
  };
  return {
    entry,
    describe: (vendor, id) => describeEntry(vendor, id, entry(vendor, id)),
    hiddenBy,
    isHidden: (vendor, id) => hiddenBy(vendor, id) !== null,
    byHand: (vendor) => [...(own.byHand.get(vendor) ?? []), ...(instances.byHand.get(vendor) ?? [])],
    names: () => [
      ...new Map(
        [...shippedNames(), ...setNames(instances), ...setNames(own)].map((name) => [name.join("/"), name]),
      ).values(),
    ],
  };
}

function setNames({ entries }: SetModels): [string, string][] {
  return [...entries].flatMap(([vendor, models]) =>
    [...models.keys()].map((id): [string, string] => [vendor, id]),
  );
}

function priceBook(own: SetPrices, instances: SetPrices): Pick<Book, "rate" | "reaches"> {
  const layersFor = (credentialId: string | null): RateIndex[] => {
    const ofKey = ({ byCredential }: SetPrices) =>
      credentialId === null ? NO_RATES : (byCredential.get(credentialId) ?? NO_RATES);
    return [ofKey(own), ofKey(instances), own.byPerson, own.imported, instances.byPerson, instances.imported];
  };
  return {
    rate(vendor, model, at, credentialId = null) {
      for (const layer of layersFor(credentialId)) {
        const found = findIndexedRate(layer, vendor, model, at, MODEL_ALIASES);
        if (found) return found;
      }
      return shippedRate(vendor, model, at);
    },
    reaches({ scope, vendor, model, credentialId }, call, at) {
      if (credentialId !== null && credentialId !== call.credentialId) return false;
      const layers = layersFor(call.credentialId);
      const place = (credentialId === null ? 2 : 0) + (scope === "team" ? 0 : credentialId === null ? 2 : 1);
      const above = layers.slice(0, place);
      if (above.some((layer) => findIndexedRate(layer, vendor, call.model, at, MODEL_ALIASES))) return false;
      if (call.model.toLowerCase() === model.toLowerCase()) return true;
      return findIndexedRate(layers[place] ?? NO_RATES, vendor, call.model, at) === null;
    },
  };
}

async function readSaid(db: Db, teamId: string, version: number): Promise<Said> {
  if (version === 0) return NOTHING_SAID;
  const teams = read.get(db) ?? new Map<string, Kept>();
  read.set(db, teams);
  const known = teams.get(teamId);
  if (known?.version === version) return known.said;
  const [prices, models] = await Promise.all([listPrices(db, teamId), listCatalogueModels(db, teamId)]);
  const said = { prices: toSetPrices(prices), models: toSetModels(models) };
  if (teams.size >= MOST_TEAMS) teams.clear();
  teams.set(teamId, { version, said });
  return said;
}

function toSetPrices(rows: Awaited<ReturnType<typeof listPrices>>): SetPrices {
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
