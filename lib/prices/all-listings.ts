import type { Db } from "@/db/client";
import { listPrices, readBookVersions } from "@/db/queries/prices";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { SHIPPED_RATES } from "@/lib/catalogue/shipped-prices";
import { fromRow, fromShipped, type PriceListing } from "./price-listing";

interface Kept {
  version: number;
  listings: readonly PriceListing[];
}

const MOST_TEAMS = 100;
const SHIPPED: readonly PriceListing[] = SHIPPED_RATES.map(fromShipped);
/** What was read, with the version of the book that it was read at: a search asks with every letter. */
const read = new WeakMap<Db, Map<string, Kept>>();

/** Every version of every price that can hold for a team. */
export async function allListings(db: Db, teamId: string): Promise<readonly PriceListing[]> {
  const versions = await readBookVersions(db, teamId);
  const [own, instances] = await Promise.all([
    teamId === INSTANCE_TEAM_ID ? [] : readListings(db, teamId, versions.team),
    readListings(db, INSTANCE_TEAM_ID, versions.instance),
  ]);
  return [...own, ...instances, ...SHIPPED];
}

async function readListings(db: Db, teamId: string, version: number): Promise<readonly PriceListing[]> {
  if (version === 0) return [];
  const teams = read.get(db) ?? new Map<string, Kept>();
  read.set(db, teams);
  const known = teams.get(teamId);
  if (known?.version === version) return known.listings;
  const listings = (await listPrices(db, teamId)).map(fromRow);
  if (teams.size >= MOST_TEAMS) teams.clear();
  teams.set(teamId, { version, listings });
  return listings;
}
