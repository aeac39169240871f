import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "../client";
import { chat, membership } from "../schema";

interface Listing {
  /** The last chat of the page before. */
  after?: { updatedAt: string; chatId: string } | undefined;
  limit: number;
}

/** A member's chats, the one used last first; without those that are temporary or deleted. */
export async function listMemberChats(
  db: Db,
  { teamId, personId }: { teamId: string; personId: string },
  { after, limit }: Listing,
) {
  // To the millisecond, as a page names its place.
  const updatedAt = sql`date_trunc('milliseconds', ${chat.updatedAt})`;
  return db
    .select({ id: chat.id, title: chat.title, createdAt: chat.createdAt, updatedAt: chat.updatedAt })
    .from(chat)
    .where(
      and(
        eq(chat.teamId, teamId),
        eq(chat.personId, personId),
        readable,
        after && sql`(${updatedAt}, ${chat.id}) < (${after.updatedAt}::timestamptz, ${after.chatId}::uuid)`,
      ),
    )
    .orderBy(desc(updatedAt), desc(chat.id))
    .limit(limit);
}

/** A chat of somebody who is in the team; null of one that is temporary or deleted. */
export async function findMemberChat(db: Db, teamId: string, chatId: string) {
  const rows = await db
    .select({ personId: chat.personId, title: chat.title, activeLeafId: chat.activeLeafId })
    .from(chat)
    .innerJoin(membership, and(eq(membership.teamId, chat.teamId), eq(membership.personId, chat.personId)))
    .where(and(eq(chat.teamId, teamId), eq(chat.id, chatId), readable));
  return rows[0] ?? null;
}

const readable = and(isNull(chat.deletedAt), eq(chat.temporary, false));
