import { and, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db } from "../client";
import { prepared } from "../prepared";
import { bookVersion, price } from "../schema";
import { INSTANCE_TEAM_ID } from "../schema/provider";

export type PriceRow = typeof price.$inferSelect;

/** The versions of the team's book and of the instance's; 0 where nothing was ever changed. */
export async function readBookVersions(db: Db, teamId: string): Promise<{ team: number; instance: number }> {
  const rows = await versionsStatement(db).execute({ teamId });
  const versionOf = (id: string) => rows.find((row) => row.teamId === id)?.version ?? 0;
  return { team: versionOf(teamId), instance: versionOf(INSTANCE_TEAM_ID) };
}

const versionsStatement = prepared((db) =>
  db
    .select()
    .from(bookVersion)
    .where(inArray(bookVersion.teamId, [sql.placeholder("teamId"), INSTANCE_TEAM_ID]))
    .prepare("read_book_versions"),
);

/** Tells every process that what it read of this team's prices and models is out of date; call it in the transaction
 *  that changes them. */
export async function moveBookVersion(db: Db, teamId: string): Promise<void> {
  await db
    .insert(bookVersion)
    .values({ teamId, version: 1 })
    .onConflictDoUpdate({ target: bookVersion.teamId, set: { version: sql`${bookVersion.version} + 1` } });
}

const ROWS_A_STATEMENT = 1000;

export async function insertPrices(db: Db, rows: (typeof price.$inferInsert)[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT)
    await db.insert(price).values(rows.slice(from, from + ROWS_A_STATEMENT));
}

/** A team's prices (INSTANCE_TEAM_ID: the instance's) that were not withdrawn, the last one set first. */
export async function listPrices(db: Db, teamId: string): Promise<PriceRow[]> {
  return db
    .select()
    .from(price)
    .where(and(eq(price.teamId, teamId), isNull(price.withdrawnAt)))
    .orderBy(desc(price.createdAt), desc(price.id));
}

/** Ends a version: it holds for what was before. */
export async function endPrice(db: Db, teamId: string, priceId: string, at: Date): Promise<void> {
  await db
    .update(price)
    .set({
      validTo: at,
      rate: sql`jsonb_set(${price.rate}, '{validTo}', to_jsonb(${at.toISOString()}::text))`,
    })
    .where(and(eq(price.teamId, teamId), eq(price.id, priceId)));
}

/** @returns whether there was one to withdraw. */
export async function withdrawPrice(db: Db, teamId: string, priceId: string, at: Date): Promise<boolean> {
  const rows = await db
    .update(price)
    .set({ withdrawnAt: at })
    .where(and(eq(price.teamId, teamId), eq(price.id, priceId), isNull(price.withdrawnAt)))
    .returning({ id: price.id });
  return rows.length > 0;
}

/** @returns whether there was one that had been withdrawn. */
export async function restorePrice(db: Db, teamId: string, priceId: string): Promise<boolean> {
  const rows = await db
    .update(price)
    .set({ withdrawnAt: null })
    .where(and(eq(price.teamId, teamId), eq(price.id, priceId), isNotNull(price.withdrawnAt)))
    .returning({ id: price.id });
  return rows.length > 0;
}
