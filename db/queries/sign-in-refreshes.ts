import { and, eq, isNotNull, isNull, lt, lte, sql } from "drizzle-orm";
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

const isIdentity = ({ methodId, subjectHash }: IdentityKey) =>
  and(eq(signInIdentity.methodId, methodId), eq(signInIdentity.subjectHash, subjectHash));

/** What the provider gave as they signed in, to be asked with. */
export async function keepRefreshToken(db: Db, key: IdentityKey, refreshTokenSealed: string): Promise<void> {
  await db.update(signInIdentity).set({ refreshTokenSealed, refreshedAt: sql`now()` }).where(isIdentity(key));
}

/** What the provider is asked with next time. @returns false where it is no longer what was asked with: they have signed
 *  in meanwhile */
export async function replaceRefreshToken(
  db: Db,
  asked: DueRefresh,
  refreshTokenSealed: string,
): Promise<boolean> {
  const rows = await db
    .update(signInIdentity)
    .set({ refreshTokenSealed, refreshedAt: sql`now()` })
    .where(and(isIdentity(asked), eq(signInIdentity.refreshTokenSealed, asked.refreshTokenSealed)))
    .returning({ personId: signInIdentity.personId });
  return rows.length > 0;
}

/** The provider takes it no more. @returns false where they have signed in since it was asked, with a new one or without */
export async function forgetRefreshToken(db: Db, asked: DueRefresh): Promise<boolean> {
  const { refreshTokenSealed, lastUsedAt, refreshedAt, personId } = signInIdentity;
  const rows = await db
    .update(signInIdentity)
    .set({ refreshTokenSealed: null, refreshEndedAt: sql`now()` })
    .where(
      and(isIdentity(asked), eq(refreshTokenSealed, asked.refreshTokenSealed), lte(lastUsedAt, refreshedAt)),
    )
    .returning({ personId });
  return rows.length > 0;
}

export interface LapsedSignIn extends IdentityKey {
  personId: string;
}

const hasLapsed = (afterDays: number) =>
  and(
    eq(signInIdentity.selfAdded, false),
    lt(signInIdentity.refreshEndedAt, sql`now() - make_interval(days => ${afterDays})`),
  );

/** Those of open methods whom the provider could not be asked about for so many days, and who have not signed in there
 *  since. */
export async function listLapsedSignIns(db: Db, afterDays: number, most: number): Promise<LapsedSignIn[]> {
  const { methodId, subjectHash, personId, refreshEndedAt } = signInIdentity;
  return db
    .select({ methodId, subjectHash, personId })
    .from(signInIdentity)
    .innerJoin(signInMethod, eq(signInMethod.id, methodId))
    .where(and(hasLapsed(afterDays), isNull(signInMethod.removedAt), isNull(signInMethod.switchedOffAt)))
    .orderBy(refreshEndedAt)
    .limit(most);
}

/** @returns false where they have signed in there since, or another process was first */
export async function takeLapsedSignIn(db: Db, key: IdentityKey, afterDays: number): Promise<boolean> {
  const rows = await db
    .update(signInIdentity)
    .set({ refreshEndedAt: null })
    .where(and(isIdentity(key), hasLapsed(afterDays)))
    .returning({ personId: signInIdentity.personId });
  return rows.length > 0;
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
