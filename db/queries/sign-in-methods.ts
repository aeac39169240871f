import { and, desc, eq, gt, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { Db } from "../client";
import { signInIdentity, signInMethod } from "../schema";

export type SignInMethodRow = typeof signInMethod.$inferSelect;

export async function insertSignInMethod(db: Db, row: typeof signInMethod.$inferInsert): Promise<void> {
  await db.insert(signInMethod).values(row);
}

/** All that are not removed, switched off or not. */
export async function listSignInMethods(db: Db): Promise<SignInMethodRow[]> {
  return db
    .select()
    .from(signInMethod)
    .where(isNull(signInMethod.removedAt))
    .orderBy(signInMethod.createdAt, signInMethod.id);
}

/** Those by which people can sign in now. */
export async function listOpenSignInMethods(db: Db): Promise<SignInMethodRow[]> {
  return db
    .select()
    .from(signInMethod)
    .where(and(isNull(signInMethod.removedAt), isNull(signInMethod.switchedOffAt)))
    .orderBy(signInMethod.createdAt, signInMethod.id);
}

/** One that is not removed. */
export async function findSignInMethod(db: Db, methodId: string): Promise<SignInMethodRow | null> {
  const rows = await db
    .select()
    .from(signInMethod)
    .where(and(eq(signInMethod.id, methodId), isNull(signInMethod.removedAt)));
  return rows[0] ?? null;
}

/** @returns false when there is none, or it is so already. */
export async function switchSignInMethod(db: Db, methodId: string, on: boolean): Promise<boolean> {
  const { switchedOffAt } = signInMethod;
  const rows = await db
    .update(signInMethod)
    .set({ switchedOffAt: on ? null : sql`now()` })
    .where(
      and(
        eq(signInMethod.id, methodId),
        isNull(signInMethod.removedAt),
        on ? isNotNull(switchedOffAt) : isNull(switchedOffAt),
      ),
    )
    .returning({ id: signInMethod.id });
  return rows.length > 0;
}

/** It counts as gone from now on. @returns false when it was. */
export async function removeSignInMethod(db: Db, methodId: string): Promise<boolean> {
  const rows = await db
    .update(signInMethod)
    .set({ removedAt: sql`now()` })
    .where(and(eq(signInMethod.id, methodId), isNull(signInMethod.removedAt)))
    .returning({ id: signInMethod.id });
  return rows.length > 0;
}

/** How long a removal can be taken back. */
const UNDO = sql`interval '10 minutes'`;

/** @returns false when it was not removed, or too long ago. */
export async function restoreSignInMethod(db: Db, methodId: string): Promise<boolean> {
  const rows = await db
    .update(signInMethod)
    .set({ removedAt: null })
    .where(and(eq(signInMethod.id, methodId), gt(signInMethod.removedAt, sql`now() - ${UNDO}`)))
    .returning({ id: signInMethod.id });
  return rows.length > 0;
}

/** Those whose removal cannot be taken back any more go with their secrets and with who signed in by them. */
export async function purgeRemovedSignInMethods(db: Db): Promise<void> {
  await db.delete(signInMethod).where(lt(signInMethod.removedAt, sql`now() - ${UNDO}`));
}

interface IdentityKey {
  methodId: string;
  subjectHash: string;
}

const isIdentity = ({ methodId, subjectHash }: IdentityKey) =>
  and(eq(signInIdentity.methodId, methodId), eq(signInIdentity.subjectHash, subjectHash));

/** Whom somebody there is here, noting that they came; null: nobody yet. */
export async function touchSignInIdentity(
  db: Db,
  key: IdentityKey,
): Promise<{ personId: string; selfAdded: boolean } | null> {
  const rows = await db
    .update(signInIdentity)
    .set({ lastUsedAt: sql`now()`, refreshEndedAt: null })
    .where(isIdentity(key))
    .returning({ personId: signInIdentity.personId, selfAdded: signInIdentity.selfAdded });
  return rows[0] ?? null;
}

/** Whom somebody there is here; null: nobody. */
export async function findSignInIdentity(db: Db, key: IdentityKey): Promise<string | null> {
  const rows = await db
    .select({ personId: signInIdentity.personId })
    .from(signInIdentity)
    .where(isIdentity(key));
  return rows[0]?.personId ?? null;
}

/** What a person signs in by elsewhere, of methods that are not removed. */
export async function listSignInIdentitiesOf(db: Db, personId: string) {
  return db
    .select({
      methodId: signInIdentity.methodId,
      lastUsedAt: signInIdentity.lastUsedAt,
      selfAdded: signInIdentity.selfAdded,
      grants: signInMethod.grants,
      switchedOffAt: signInMethod.switchedOffAt,
    })
    .from(signInIdentity)
    .innerJoin(signInMethod, eq(signInMethod.id, signInIdentity.methodId))
    .where(and(eq(signInIdentity.personId, personId), isNull(signInMethod.removedAt)));
}

/** The open methods whose word on a person decides of teams. `isHeard`: they signed in there within so many seconds, or the
 *  provider is asked about them. */
export async function listVouchersOf(db: Db, personId: string, withinSeconds: number) {
  const { methodId, lastUsedAt, refreshTokenSealed, selfAdded } = signInIdentity;
  return db
    .select({
      methodId,
      grants: signInMethod.grants,
      isHeard: sql<boolean>`(${refreshTokenSealed} is not null
        or ${lastUsedAt} > now() - make_interval(secs => ${withinSeconds}))`,
    })
    .from(signInIdentity)
    .innerJoin(signInMethod, eq(signInMethod.id, methodId))
    .where(
      and(
        eq(signInIdentity.personId, personId),
        eq(selfAdded, false),
        isNull(signInMethod.removedAt),
        isNull(signInMethod.switchedOffAt),
      ),
    )
    .orderBy(desc(lastUsedAt), methodId);
}

/** @returns how many they had there */
export async function deleteSignInIdentitiesOf(db: Db, personId: string, methodId: string): Promise<number> {
  const rows = await db
    .delete(signInIdentity)
    .where(and(eq(signInIdentity.personId, personId), eq(signInIdentity.methodId, methodId)))
    .returning({ methodId: signInIdentity.methodId });
  return rows.length;
}

/** Those that were added by who was signed in, whoever that was. */
export async function deleteSelfAddedIdentitiesOf(db: Db, personId: string): Promise<void> {
  await db
    .delete(signInIdentity)
    .where(and(eq(signInIdentity.personId, personId), eq(signInIdentity.selfAdded, true)));
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

/** Whether a person is here because a provider says who they are. A way that they added themselves is none such. */
export async function isVouchedFor(db: Db, personId: string): Promise<boolean> {
  const rows = await db
    .select({ personId: signInIdentity.personId })
    .from(signInIdentity)
    .innerJoin(signInMethod, eq(signInMethod.id, signInIdentity.methodId))
    .where(
      and(
        eq(signInIdentity.personId, personId),
        eq(signInIdentity.selfAdded, false),
        isNull(signInMethod.removedAt),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
