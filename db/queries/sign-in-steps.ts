import { and, eq, gt, lt, lte, sql } from "drizzle-orm";
import type { Db } from "../client";
import { signInStep } from "../schema";

export async function insertSignInStep(db: Db, row: typeof signInStep.$inferInsert): Promise<void> {
  await db.insert(signInStep).values(row);
}

const live = (hash: string) => and(eq(signInStep.hash, hash), gt(signInStep.expiresAt, sql`now()`));

export async function isSignInStepLive(db: Db, hash: string): Promise<boolean> {
  const rows = await db.select({ hash: signInStep.hash }).from(signInStep).where(live(hash));
  return rows.length > 0;
}

/** Counts one more attempt at the code, before it is judged. @returns whose it is; null: past, used or tried too often */
export async function attemptSignInStep(db: Db, hash: string, most: number): Promise<string | null> {
  const rows = await db
    .update(signInStep)
    .set({ attempts: sql`${signInStep.attempts} + 1` })
    .where(and(live(hash), lt(signInStep.attempts, most)))
    .returning({ personId: signInStep.personId });
  return rows[0]?.personId ?? null;
}

/** Uses it up: of many at once, one is told true. */
export async function takeSignInStep(db: Db, hash: string): Promise<boolean> {
  const rows = await db.delete(signInStep).where(live(hash)).returning({ hash: signInStep.hash });
  return rows.length > 0;
}

export async function deleteSignInStepsOf(db: Db, personId: string): Promise<void> {
  await db.delete(signInStep).where(eq(signInStep.personId, personId));
}

export async function deletePastSignInSteps(db: Db): Promise<void> {
  await db.delete(signInStep).where(lte(signInStep.expiresAt, sql`now()`));
}
