import type { Db } from "@/db/client";
import { listCatalogueModels } from "@/db/queries/catalogue";
import { listPrices, readBookVersions } from "@/db/queries/prices";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { type ModelBook, modelBook } from "./model-book";
import { NO_PRICES_SET, type PriceBook, priceBook, type SetPrices, toSetPrices } from "./price-book";
import { NO_MODELS_SET, type SetModels, toSetModels } from "./set-models";

/** What a team's models are and what its calls cost: what was set for the key, the team and the instance, what was
 *  imported, what ships. */
export interface Book extends ModelBook, PriceBook {}

interface Said {
  prices: SetPrices;
  models: SetModels;
}

interface Kept {
  version: number;
  said: Said;
}

const NOTHING_SAID: Said = { prices: NO_PRICES_SET, models: NO_MODELS_SET };
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
  const models = modelBook(own.models, instances.models);
  return { ...priceBook(own.prices, instances.prices, models), ...models };
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
