import { and, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Db } from "../client";
import { ledger, message } from "../schema";

/** The place and the size of each message of a chat, oldest first, without what they say: thousands are cheap. */
export async function listMessageSizes(db: Db, teamId: string, chatId: string) {
  return db
    .select({
      id: message.id,
      parentId: message.parentId,
      deleted: sql<boolean>`${message.deletedAt} is not null`,
      role: message.role,
      status: message.status,
      bytes: sql<number>`octet_length(${message.text})`,
    })
    .from(message)
    .where(and(eq(message.teamId, teamId), eq(message.chatId, chatId)))
    .orderBy(message.id);
}

/** What vendors counted, themselves, for these answers of a chat: without those that were begun before something in it
 *  was deleted, or a summary edited. */
export async function listVendorCounts(
  db: Db,
  { teamId, chatId }: { teamId: string; chatId: string },
  answerIds: readonly string[],
) {
  const changes = db
    .select({
      at: sql`max(greatest(${message.deletedAt}, (${message.summary} ->> 'editedAt')::timestamptz))`.as("at"),
    })
    .from(message)
    .where(
      and(
        eq(message.teamId, teamId),
        eq(message.chatId, chatId),
        or(isNotNull(message.deletedAt), isNotNull(message.summary)),
      ),
    );
  return db
    .select({
      answerId: message.id,
      tokens: sql`${ledger.inputTokens} + ${ledger.cacheReadTokens} + ${ledger.cacheWriteTokens} +
        ${ledger.cacheWrite1hTokens} + ${ledger.imageInputTokens} + ${ledger.audioInputTokens} +
        ${ledger.audioCacheReadTokens} + ${ledger.outputTokens}`.mapWith(Number),
    })
    .from(message)
    .innerJoin(ledger, and(eq(ledger.teamId, message.teamId), eq(ledger.id, message.callId)))
    .where(
      and(
        eq(message.teamId, teamId),
        eq(message.chatId, chatId),
        inArray(message.id, [...answerIds]),
        isNull(ledger.estimateMethod),
        sql`${message.createdAt} > coalesce((${changes}), '-infinity')`,
      ),
    );
}
