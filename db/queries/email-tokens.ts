import { and, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import type { Db } from "../client";
import { emailToken } from "../schema";

type EmailTokenRow = typeof emailToken.$inferSelect;
type Found = Pick<EmailTokenRow, "hash" | "purpose"> & { browserHash: string | null };

export async function insertEmailToken(db: Db, row: typeof emailToken.$inferInsert): Promise<void> {
  await db.insert(emailToken).values(row);
}

/** A live one that this browser may use. */
const usable = ({ hash, purpose, browserHash }: Found) =>
  and(
    eq(emailToken.hash, hash),
    eq(emailToken.purpose, purpose),
    gt(emailToken.expiresAt, sql`now()`),
    or(isNull(emailToken.browserHash), eq(emailToken.browserHash, browserHash ?? "")),
  );

export async function isEmailTokenUsable(db: Db, found: Found): Promise<boolean> {
  const rows = await db.select({ hash: emailToken.hash }).from(emailToken).where(usable(found));
  return rows.length > 0;
}

/** Uses a token up: of many who bring it at once, one is given the row. A browser that may not use it leaves it. */
export async function takeEmailToken(db: Db, found: Found): Promise<EmailTokenRow | null> {
  const rows = await db.delete(emailToken).where(usable(found)).returning();
  return rows[0] ?? null;
}

export async function deleteEmailTokensOf(db: Db, personId: string): Promise<void> {
  await db.delete(emailToken).where(eq(emailToken.personId, personId));
}

export async function deletePastEmailTokens(db: Db): Promise<void> {
  await db.delete(emailToken).where(lte(emailToken.expiresAt, sql`now()`));
}
