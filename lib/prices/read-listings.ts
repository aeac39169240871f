import type { Db } from "@/db/client";
import { listPrices, readBookVersions } from "@/db/queries/prices";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { SHIPPED_RATES } from "@/lib/catalogue/shipped-prices";
import { fromRow, fromShipped, type PriceListing } from "./price-listing";

interface Kept {
  version: number;
  listings: readonly PriceListing[];
}

const SHIPPED: readonly PriceListing[] = SHIPPED_RATES.map(fromShipped);
/** Those whose people look at prices just now; each may have thousands. */
const MOST_TEAMS = 100;
/** What was read, with the version of the book that it was read at: asked again with every use, so never out of date. */
const read = new WeakMap<Db, Map<string, Kept>>();

/** Every version of a price that holds for the team: its own, the instance's, and those that ship. */
export async function readListings(db: Db, teamId: string): Promise<PriceListing[]> {
  const versions = await readBookVersions(db, teamId);
  const [own, instances] = await Promise.all([
    teamId === INSTANCE_TEAM_ID ? [] : readTeam(db, teamId, versions.team),
    readTeam(db, INSTANCE_TEAM_ID, versions.instance),
  ]);
  return [...own, ...instances, ...SHIPPED];
}

async function readTeam(db: Db, teamId: string, version: number): Promise<readonly PriceListing[]> {
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
