import { and, eq, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { Db } from "../client";
import { signInIdentity, signInMethod } from "../schema";

export interface DueRefresh {
  methodId: string;
  subjectHash: string;
  personId: string;
  refreshTokenSealed: string;
  selfAdded: boolean;
}

interface IdentityKey {
  methodId: string;
  subjectHash: string;
}

/** What the provider is asked with next time; null: nothing. */
export async function keepRefreshToken(
  db: Db,
  { methodId, subjectHash }: IdentityKey,
  refreshTokenSealed: string | null,
): Promise<void> {
  await db
    .update(signInIdentity)
    .set({ refreshTokenSealed, refreshedAt: sql`now()` })
    .where(and(eq(signInIdentity.methodId, methodId), eq(signInIdentity.subjectHash, subjectHash)));
}

/** Takes some that were not asked for about `afterSeconds`, those that wait longest first; another process takes others.
 *  Of methods that are switched off or removed none: nobody is a leaver because of that. */
export async function takeDueRefreshes(db: Db, afterSeconds: number, most: number): Promise<DueRefresh[]> {
  const due = db
    .select({ methodId: signInIdentity.methodId, subjectHash: signInIdentity.subjectHash })
    .from(signInIdentity)
    .innerJoin(signInMethod, eq(signInMethod.id, signInIdentity.methodId))
    .where(
      and(
        isNotNull(signInIdentity.refreshTokenSealed),
        lt(signInIdentity.refreshedAt, sql`now() - make_interval(secs => ${afterSeconds})`),
        isNull(signInMethod.removedAt),
        isNull(signInMethod.switchedOffAt),
      ),
    )
    .orderBy(signInIdentity.refreshedAt)
    .limit(most)
    .for("update", { of: signInIdentity, skipLocked: true })
    .as("due");
  const rows = await db
    .update(signInIdentity)
    .set({ refreshedAt: sql`now()` })
    .from(due)
    .where(and(eq(signInIdentity.methodId, due.methodId), eq(signInIdentity.subjectHash, due.subjectHash)))
    .returning({
      methodId: signInIdentity.methodId,
      subjectHash: signInIdentity.subjectHash,
      personId: signInIdentity.personId,
      refreshTokenSealed: signInIdentity.refreshTokenSealed,
      selfAdded: signInIdentity.selfAdded,
    });
  return rows.flatMap(({ refreshTokenSealed, ...row }) =>
    refreshTokenSealed === null ? [] : [{ ...row, refreshTokenSealed }],
  );
}
