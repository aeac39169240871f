import { and, count, eq, gte, inArray, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { Db } from "../client";
import { contains } from "../contains";
import { firstRowIdAt } from "../first-row-id";
import { ledger, membership, team } from "../schema";

export interface PageOfAll {
  search?: string | undefined;
  /** The last one of the page before. */
  afterId?: string | undefined;
  limit: number;
}

/** Teams of the whole instance, the newest first, with how many members each has. */
export async function listAllTeams(db: Db, { search, afterId, limit }: PageOfAll) {
  // Built as a query: columns written into a selection of one table lose that table's name.
  const members = db.select({ members: count() }).from(membership).where(eq(membership.teamId, team.id));
  return db
    .select({
      id: team.id,
      name: team.name,
      createdAt: team.createdAt,
      suspendedAt: team.suspendedAt,
      deletesAt: team.deletesAt,
      members: sql<number>`(${members})::int`,
    })
    .from(team)
    .where(
      and(
        isNull(team.deletedAt),
        eq(team.kind, "team"),
        search === undefined ? undefined : contains(team.name, search),
        afterId === undefined ? undefined : lt(team.id, afterId),
      ),
    )
    .orderBy(sql`${team.id} desc`)
    .limit(limit);
}

/** What these teams' calls have cost since then, in each currency. The demo model's costs are invented. */
export async function sumCostsOfTeams(db: Db, teamIds: string[], since: Date) {
  if (teamIds.length === 0) return [];
  return db
    .select({
      teamId: ledger.teamId,
      currency: sql<string>`${ledger.currency}`,
      pico: sql<string>`sum(${ledger.costPico})::text`,
    })
    .from(ledger)
    .where(
      and(
        inArray(ledger.teamId, teamIds),
        gte(ledger.id, firstRowIdAt(since)),
        gte(ledger.at, since),
        eq(ledger.demo, false),
        isNotNull(ledger.currency),
      ),
    )
    .groupBy(ledger.teamId, ledger.currency)
    .orderBy(ledger.currency);
}
