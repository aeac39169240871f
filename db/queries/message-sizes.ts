import { and, eq, sql } from "drizzle-orm";
import type { Db } from "../client";
import { message } from "../schema";

/** The place and the size of each message of a chat, oldest first, without what they say: thousands are cheap. */
export async function listMessageSizes(db: Db, teamId: string, chatId: string) {
  return db
    .select({
      id: message.id,
      parentId: message.parentId,
      role: message.role,
      status: message.status,
      createdAt: message.createdAt,
      deletedAt: message.deletedAt,
      callId: message.callId,
      summary: message.summary,
      bytes: sql<number>`octet_length(${message.text})`,
    })
    .from(message)
    .where(and(eq(message.teamId, teamId), eq(message.chatId, chatId)))
    .orderBy(message.id);
}
export type MessageSize = Awaited<ReturnType<typeof listMessageSizes>>[number];
