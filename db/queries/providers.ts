import { and, asc, eq, inArray, isNull, lt, ne, or, sql } from "drizzle-orm";
import type { Db } from "../client";
import { prepared } from "../prepared";
import { provider } from "../schema";
import { INSTANCE_TEAM_ID } from "../schema/provider";

export type ProviderRow = typeof provider.$inferSelect;

/** A team's own providers and the instance's; the team's first, so that its own key wins. */
export async function listUsableProviders(db: Db, teamId: string): Promise<ProviderRow[]> {
  const rows = await usableStatement(db).execute({ teamId });
  return [...rows.filter((row) => row.teamId === teamId), ...rows.filter((row) => row.teamId !== teamId)];
}

const usableStatement = prepared((db) =>
  db
    .select()
    .from(provider)
    .where(inArray(provider.teamId, [sql.placeholder("teamId"), INSTANCE_TEAM_ID]))
    .orderBy(provider.id)
    .prepare("list_usable_providers"),
);

/** Inserts, or replaces the provider of the same scope and name. @returns the id that stands. */
export async function upsertProvider(db: Db, row: typeof provider.$inferInsert): Promise<string> {
  const { id: _id, teamId: _teamId, createdAt: _createdAt, ...change } = row;
  const rows = await db
    .insert(provider)
    .values(row)
    .onConflictDoUpdate({
      target: [provider.teamId, provider.name],
      set: { ...change, version: sql`${provider.version} + 1` },
    })
    .returning({ id: provider.id });
  const stands = rows[0];
  if (!stands) throw new RangeError("upsert returned no row");
  return stands.id;
}

export async function findProvider(db: Db, teamId: string, providerId: string): Promise<ProviderRow | null> {
  const rows = await db
    .select()
    .from(provider)
    .where(and(eq(provider.teamId, teamId), eq(provider.id, providerId)));
  return rows[0] ?? null;
}

export async function findProviderByName(db: Db, teamId: string, name: string): Promise<ProviderRow | null> {
  const rows = await db
    .select()
    .from(provider)
    .where(and(eq(provider.teamId, teamId), eq(provider.name, name)));
  return rows[0] ?? null;
}

/** The instance's and every team's. */
export async function listAllProviders(db: Db): Promise<ProviderRow[]> {
  return db.select().from(provider).orderBy(provider.teamId, provider.id);
}

export async function updateProvider(
  db: Db,
  teamId: string,
  providerId: string,
  change: Partial<Pick<ProviderRow, "models" | "modelsListedAt" | "lastError" | "testedAt">>,
): Promise<void> {
  await db
    .update(provider)
    .set(change)
    .where(and(eq(provider.teamId, teamId), eq(provider.id, providerId)));
}

/** Holds a provider until the transaction ends: its keys are counted and changed by one at a time. */
export async function lockProvider(tx: Db, teamId: string, providerId: string): Promise<void> {
  await tx
    .select({ id: provider.id })
    .from(provider)
    .where(and(eq(provider.teamId, teamId), eq(provider.id, providerId)))
    .for("update");
}

/** @returns whether there was one. */
export async function deleteProvider(db: Db, teamId: string, providerId: string): Promise<boolean> {
  const rows = await db
    .delete(provider)
    .where(and(eq(provider.teamId, teamId), eq(provider.id, providerId)))
    .returning({ id: provider.id });
  return rows.length > 0;
}

export async function listEnvironmentProviders(db: Db): Promise<ProviderRow[]> {
  return db
    .select()
    .from(provider)
    .where(and(eq(provider.teamId, INSTANCE_TEAM_ID), eq(provider.source, "environment")));
}

/** Providers of any team that were not asked for their models since `before`, longest ago first.
 *  @param vendors only these vendors' */
export async function listStaleProviders(
  db: Db,
  before: Date,
  limit: number,
  vendors?: readonly string[],
): Promise<ProviderRow[]> {
  const isWanted = vendors ? inArray(provider.vendor, [...vendors]) : ne(provider.source, "demo");
  return db
    .select()
    .from(provider)
    .where(and(isWanted, isStale(before)))
    .orderBy(asc(provider.testedAt))
    .limit(limit);
}

/** Begins a provider's turn: it counts as asked at `now`, so that no other process asks it too, and what cannot be asked
 *  at all has had its turn.
 *  @returns false for one that was asked since `before` */
export async function claimStaleProvider(
  db: Db,
  { teamId, id }: Pick<ProviderRow, "teamId" | "id">,
  before: Date,
  now: Date,
): Promise<boolean> {
  const rows = await db
    .update(provider)
    .set({ testedAt: now })
    .where(and(eq(provider.teamId, teamId), eq(provider.id, id), isStale(before)))
    .returning({ id: provider.id });
  return rows.length > 0;
}

const isStale = (before: Date) => or(isNull(provider.testedAt), lt(provider.testedAt, before));
