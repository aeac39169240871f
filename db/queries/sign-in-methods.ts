import { and, eq, sql } from "drizzle-orm";
import type { Db } from "../client";
import { signInIdentity, signInMethod } from "../schema";

export type SignInMethodRow = typeof signInMethod.$inferSelect;

export async function insertSignInMethod(db: Db, row: typeof signInMethod.$inferInsert): Promise<void> {
  await db.insert(signInMethod).values(row);
}

export async function listSignInMethods(db: Db): Promise<SignInMethodRow[]> {
  return db.select().from(signInMethod).orderBy(signInMethod.createdAt, signInMethod.id);
}

export async function deleteSignInMethod(db: Db, methodId: string): Promise<boolean> {
  const rows = await db
    .delete(signInMethod)
    .where(eq(signInMethod.id, methodId))
    .returning({ id: signInMethod.id });
  return rows.length > 0;
}

/** Whom somebody there is here, noting that they came; null: nobody yet. */
export async function touchSignInIdentity(
  db: Db,
  { methodId, subjectHash }: { methodId: string; subjectHash: string },
): Promise<string | null> {
  const rows = await db
    .update(signInIdentity)
    .set({ lastUsedAt: sql`now()` })
    .where(and(eq(signInIdentity.methodId, methodId), eq(signInIdentity.subjectHash, subjectHash)))
    .returning({ personId: signInIdentity.personId });
  return rows[0]?.personId ?? null;
}

/** @returns false when they are somebody here already. */
export async function insertSignInIdentity(
  db: Db,
  row: typeof signInIdentity.$inferInsert,
): Promise<boolean> {
  const rows = await db
    .insert(signInIdentity)
    .values(row)
    .onConflictDoNothing()
    .returning({ personId: signInIdentity.personId });
  return rows.length > 0;
}

/** Whether a person signs in somewhere else. */
export async function hasSignInIdentity(db: Db, personId: string): Promise<boolean> {
  const rows = await db
    .select({ personId: signInIdentity.personId })
    .from(signInIdentity)
    .where(eq(signInIdentity.personId, personId))
    .limit(1);
  return rows.length > 0;
}
