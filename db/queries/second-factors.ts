import { and, count, eq, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { Db } from "../client";
import { recoveryCode, secondFactor } from "../schema";

type SecondFactorRow = typeof secondFactor.$inferSelect;

/** Of a person, confirmed or not. */
export async function findSecondFactor(db: Db, personId: string): Promise<SecondFactorRow | null> {
  const rows = await db.select().from(secondFactor).where(eq(secondFactor.personId, personId));
  return rows[0] ?? null;
}

/** Keeps a secret that is still to be confirmed, in the place of another such.
 *  @returns false when one is confirmed already: that one stays */
export async function offerSecondFactor(db: Db, personId: string, sealed: string): Promise<boolean> {
  const rows = await db
    .insert(secondFactor)
    .values({ personId, sealed })
    .onConflictDoUpdate({
      target: secondFactor.personId,
      set: { sealed, lastStep: 0 },
      setWhere: isNull(secondFactor.confirmedAt),
    })
    .returning({ personId: secondFactor.personId });
  return rows.length > 0;
}

/** @returns whether it was this secret that was still to be confirmed */
export async function confirmSecondFactor(
  db: Db,
  { personId, sealed, step }: { personId: string; sealed: string; step: number },
): Promise<boolean> {
  const isIt = and(eq(secondFactor.personId, personId), eq(secondFactor.sealed, sealed));
  const rows = await db
    .update(secondFactor)
    .set({ confirmedAt: sql`now()`, lastStep: step })
    .where(and(isIt, isNull(secondFactor.confirmedAt)))
    .returning({ personId: secondFactor.personId });
  return rows.length > 0;
}

/** Uses a time step up: of many who bring its code at once, on whichever replica, one is let through. */
export async function takeStep(db: Db, personId: string, step: number): Promise<boolean> {
  const rows = await db
    .update(secondFactor)
    .set({ lastStep: step })
    .where(
      and(
        eq(secondFactor.personId, personId),
        isNotNull(secondFactor.confirmedAt),
        lt(secondFactor.lastStep, step),
      ),
    )
    .returning({ personId: secondFactor.personId });
  return rows.length > 0;
}

/** Takes the factor away, with its recovery codes. @returns whether there was a confirmed one */
export async function deleteSecondFactor(db: Db, personId: string): Promise<boolean> {
  await db.delete(recoveryCode).where(eq(recoveryCode.personId, personId));
  const rows = await db
    .delete(secondFactor)
    .where(eq(secondFactor.personId, personId))
    .returning({ confirmedAt: secondFactor.confirmedAt });
  return rows.some(({ confirmedAt }) => confirmedAt !== null);
}

/** In the place of those there were. */
export async function replaceRecoveryCodes(
  db: Db,
  personId: string,
  hashes: readonly string[],
): Promise<void> {
  await db.delete(recoveryCode).where(eq(recoveryCode.personId, personId));
  await db.insert(recoveryCode).values(hashes.map((hash) => ({ personId, hash })));
}

/** Uses one up. @returns whether it was there */
export async function takeRecoveryCode(db: Db, personId: string, hash: string): Promise<boolean> {
  const rows = await db
    .delete(recoveryCode)
    .where(and(eq(recoveryCode.personId, personId), eq(recoveryCode.hash, hash)))
    .returning({ hash: recoveryCode.hash });
  return rows.length > 0;
}

export async function countRecoveryCodes(db: Db, personId: string): Promise<number> {
  const rows = await db
    .select({ left: count() })
    .from(recoveryCode)
    .where(eq(recoveryCode.personId, personId));
  return rows[0]?.left ?? 0;
}
