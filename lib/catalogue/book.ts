import type { Db } from "@/db/client";
import { listPrices, readBookVersions } from "@/db/queries/prices";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { findRate } from "@/lib/pricing/find-rate";
import type { Rate } from "@/lib/pricing/rate";
import { fromRateSnapshot } from "@/lib/pricing/rate-snapshot";
import { MODEL_ALIASES, shippedRate } from "./shipped-prices";

/** What a team's calls cost: what was set for the key, the team and the instance, what was imported, what ships. */
export interface Book {
  /** The price of a model at an instant, or null: unpriced, which is not free. What is more particular wins. */
  rate(vendor: string, model: string, at: Date, credentialId?: string | null): Rate | null;
}

interface SetPrices {
  byCredential: ReadonlyMap<string, readonly Rate[]>;
  byPerson: readonly Rate[];
  imported: readonly Rate[];
}

interface Kept {
  version: number;
  prices: SetPrices;
}

const NOTHING_SET: SetPrices = { byCredential: new Map(), byPerson: [], imported: [] };
const MOST_TEAMS = 1000;
/** What was read, with the version that it was read at: asked again with every use, so never out of date. */
const read = new WeakMap<Db, Map<string, Kept>>();

/** The team's book as it stands in the database. */
export async function readBook(db: Db, teamId: string): Promise<Book> {
  const versions = await readBookVersions(db, teamId);
  const [own, instances] = await Promise.all([
    readPrices(db, teamId, versions.team),
    readPrices(db, INSTANCE_TEAM_ID, versions.instance),
  ]);
  return makeBook(own, instances);
}

function makeBook(own: SetPrices, instances: SetPrices): Book {
  return {
    rate(vendor, model, at, credentialId = null) {
      const ofKey = ({ byCredential }: SetPrices) =>
        credentialId === null ? [] : (byCredential.get(credentialId) ?? []);
      const layers = [
        ofKey(own),
        ofKey(instances),
        own.byPerson,
        own.imported,
        instances.byPerson,
        instances.imported,
      ];
      for (const layer of layers) {
        const found = findRate(layer, vendor, model, at, MODEL_ALIASES);
        if (found) return found;
      }
      return shippedRate(vendor, model, at);
    },
  };
}

async function readPrices(db: Db, teamId: string, version: number): Promise<SetPrices> {
  if (version === 0) return NOTHING_SET;
  const teams = read.get(db) ?? new Map<string, Kept>();
  read.set(db, teams);
  const known = teams.get(teamId);
  if (known?.version === version) return known.prices;
  const prices = toSetPrices(await listPrices(db, teamId));
  if (teams.size >= MOST_TEAMS) teams.clear();
  teams.set(teamId, { version, prices });
  return prices;
}

function toSetPrices(rows: Awaited<ReturnType<typeof listPrices>>): SetPrices {
  const byCredential = new Map<string, Rate[]>();
  const byPerson: Rate[] = [];
  const imported: Rate[] = [];
  for (const { credentialId, origin, rate: json } of rows) {
    const rate = fromRateSnapshot(json);
    if (credentialId !== null)
      byCredential.set(credentialId, [...(byCredential.get(credentialId) ?? []), rate]);
    else if (origin === "person") byPerson.push(rate);
    else imported.push(rate);
  }
  return { byCredential, byPerson, imported };
}
