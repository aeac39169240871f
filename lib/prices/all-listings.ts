import type { Db } from "@/db/client";
import { listUsableCredentials } from "@/db/queries/credentials";
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

/** Every version of every price that can hold for a team. What was negotiated for another team's key is that team's
 *  to know. */
export async function allListings(db: Db, teamId: string): Promise<readonly PriceListing[]> {
  const versions = await readBookVersions(db, teamId);
  const instances = await readListings(db, INSTANCE_TEAM_ID, versions.instance);
  if (teamId === INSTANCE_TEAM_ID) return [...instances, ...SHIPPED];
  const own = await readListings(db, teamId, versions.team);
  return [...own, ...(await ofUsableKeys(db, teamId, instances)), ...SHIPPED];
}

async function ofUsableKeys(
  db: Db,
  teamId: string,
  listings: readonly PriceListing[],
): Promise<readonly PriceListing[]> {
  if (listings.every(({ credentialId }) => credentialId === null)) return listings;
  const usable = new Set((await listUsableCredentials(db, teamId)).map(({ id }) => id));
  return listings.filter(({ credentialId }) => credentialId === null || usable.has(credentialId));
}

async function readListings(db: Db, teamId: string, version: number): Promise<readonly PriceListing[]> {
  if (version === 0) return [];
  const teams = read.get(db) ?? new Map<string, Kept>();
  read.set(db, teams);
  const known = teams.get(teamId);
  if (known?.version === version) return known.listings;
  const listings = (await listPrices(db, teamId)).flatMap(fromRow);
  if (teams.size >= MOST_TEAMS) teams.clear();
  teams.set(teamId, { version, listings });
  return listings;
}
