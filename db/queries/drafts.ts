import { and, eq, lt, ne, notExists, or, sql } from "drizzle-orm";
import type { Db } from "../client";
import { chat, draft } from "../schema";
import { NEW_CHAT_ID } from "../schema/draft";

interface DraftKey {
  teamId: string;
  personId: string;
  /** Null: of a new chat. */
  chatId: string | null;
}

export async function findDraft(
  db: Db,
  key: DraftKey,
): Promise<Pick<typeof draft.$inferSelect, "text" | "version"> | null> {
  const rows = await db.select({ text: draft.text, version: draft.version }).from(draft).where(isDraft(key));
  return rows[0] ?? null;
}

/** Writes a draft unless another device has written since `base`. @returns its new version; null when one has. */
export async function writeDraft(
  db: Db,
  { teamId, personId, chatId }: DraftKey,
  { text, base }: { text: string; base: number },
): Promise<number | null> {
  const rows = await db
    .insert(draft)
    .values({ teamId, personId, chatId: chatId ?? NEW_CHAT_ID, text })
    .onConflictDoUpdate({
      target: [draft.teamId, draft.personId, draft.chatId],
      set: { text, version: sql`${draft.version} + 1`, updatedAt: sql`now()` },
      setWhere: eq(draft.version, base),
    })
    .returning({ version: draft.version });
  return rows[0]?.version ?? null;
}

/** Removes drafts that were emptied long ago, and those of chats that are gone. */
export async function purgeDrafts(db: Db, before: Date): Promise<void> {
  const itsChat = db
    .select({ one: sql`1` })
    .from(chat)
    .where(and(eq(chat.teamId, draft.teamId), eq(chat.id, draft.chatId)));
  await db
    .delete(draft)
    .where(
      and(
        lt(draft.updatedAt, before),
        or(eq(draft.text, ""), and(ne(draft.chatId, NEW_CHAT_ID), notExists(itsChat))),
      ),
    );
}

const isDraft = ({ teamId, personId, chatId }: DraftKey) =>
  and(eq(draft.teamId, teamId), eq(draft.personId, personId), eq(draft.chatId, chatId ?? NEW_CHAT_ID));
