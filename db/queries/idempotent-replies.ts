import { and, eq, isNull, lt, sql } from "drizzle-orm";
import type { Db } from "../client";
import { idempotentReply } from "../schema";

/** Whose request it is, and by which name. */
export interface ReplyPlace {
  teamId: string;
  keyId: string;
  nameHash: string;
}

export type IdempotentReplyRow = typeof idempotentReply.$inferSelect;

interface Limits {
  /** Silence after which whoever answers counts as dead. */
  deadSeconds: number;
  keepSeconds: number;
}

/** Takes a name for a request, unless it is taken: by one that is being answered, or was. One statement, so that of
 *  requests at the same time exactly one has it. @returns whether it was free */
export async function claimReply(
  db: Db,
  place: ReplyPlace,
  { requestHash, claimId }: { requestHash: string; claimId: string },
  { deadSeconds, keepSeconds }: Limits,
): Promise<boolean> {
  const ago = (seconds: number) => sql`now() - make_interval(secs => ${seconds})`;
  const rows = await db
    .insert(idempotentReply)
    .values({ ...place, requestHash, claimId })
    .onConflictDoUpdate({
      target: [idempotentReply.teamId, idempotentReply.keyId, idempotentReply.nameHash],
      set: {
        ...{ requestHash, claimId, reply: null, endedAt: null },
        ...{ heartbeatAt: sql`now()`, createdAt: sql`now()` },
      },
      setWhere: sql`${idempotentReply.createdAt} < ${ago(keepSeconds)}
        or (${idempotentReply.endedAt} is null and ${idempotentReply.heartbeatAt} < ${ago(deadSeconds)})`,
    })
    .returning({ claimId: idempotentReply.claimId });
  return rows.length > 0;
}

export async function findReply(db: Db, place: ReplyPlace): Promise<IdempotentReplyRow | null> {
  const rows = await db.select().from(idempotentReply).where(at(place));
  return rows[0] ?? null;
}

/** @param reply null: it is too large to be kept */
export async function endReply(
  db: Db,
  place: ReplyPlace,
  claimId: string,
  reply: string | null,
): Promise<void> {
  await db.update(idempotentReply).set({ reply, endedAt: sql`now()` }).where(claimed(place, claimId));
}

/** Frees a name whose request came to nothing. */
export async function releaseReply(db: Db, place: ReplyPlace, claimId: string): Promise<void> {
  await db.delete(idempotentReply).where(claimed(place, claimId));
}

/** Says that the process that answers lives. */
export async function touchReply(db: Db, place: ReplyPlace, claimId: string): Promise<void> {
  await db.update(idempotentReply).set({ heartbeatAt: sql`now()` }).where(claimed(place, claimId));
}

export async function purgeReplies(db: Db, keepSeconds: number): Promise<void> {
  await db
    .delete(idempotentReply)
    .where(lt(idempotentReply.createdAt, sql`now() - make_interval(secs => ${keepSeconds})`));
}

const at = ({ teamId, keyId, nameHash }: ReplyPlace) =>
  and(
    eq(idempotentReply.teamId, teamId),
    eq(idempotentReply.keyId, keyId),
    eq(idempotentReply.nameHash, nameHash),
  );

const claimed = (place: ReplyPlace, claimId: string) =>
  and(at(place), eq(idempotentReply.claimId, claimId), isNull(idempotentReply.endedAt));
