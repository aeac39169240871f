import { and, desc, eq, exists, gt, inArray, isNull, lt, lte, notExists, or, sql } from "drizzle-orm";

import type { Db } from "../client";
import { prepared } from "../prepared";
import { call, chat, message, run } from "../schema";

export type ChatRow = typeof chat.$inferSelect;

interface Owned {
  teamId: string;
  personId: string;
}

export interface TemporaryChat {
  id: string;
  /** The message that the path shown leads to. */
  leafId: string | null;
  /** When something was asked in it last. */
  updatedAt: Date;
}

export async function findChat(db: Db, owner: Owned, chatId: string): Promise<ChatRow | null> {
  const rows = await db
    .select()
    .from(chat)
    .where(and(owned(owner, chatId), isNull(chat.deletedAt)));
  return rows[0] ?? null;
}

export interface ChatPlace {
  updatedAt: Date;
  id: string;
}

interface ChatListing {
  limit: number;
  /** Only what comes after this chat in the list. */
  after?: ChatPlace | undefined;
  /** Only chats with this in their titles, whatever the case. */
  inTitle?: string | undefined;
}

/** Newest first, without those that are temporary, with whether a reply is being written, and whether the last one failed or broke off. */
export async function listChats(db: Db, owner: Owned, { limit, after, inTitle }: ChatListing) {
  const streaming = exists(
    db
      .select({ one: sql`1` })
      .from(run)
      .where(and(eq(run.teamId, chat.teamId), eq(run.chatId, chat.id), eq(run.state, "running"))),
  );
  const broken = exists(
    db
      .select({ one: sql`1` })
      .from(message)
      .where(
        and(
          eq(message.teamId, chat.teamId),
          eq(message.id, chat.activeLeafId),
          inArray(message.status, ["failed", "interrupted"]),
        ),
      ),
  );
  return (
    db
      .select({
        id: chat.id,
        title: chat.title,
        updatedAt: chat.updatedAt,
        streaming: sql<boolean>`${streaming}`.as("streaming"),
        broken: sql<boolean>`${broken}`.as("broken"),
        leafId: chat.activeLeafId,
      })
      .from(chat)
      .where(
        and(
          eq(chat.teamId, owner.teamId),
          eq(chat.personId, owner.personId),
          isNull(chat.deletedAt),
          eq(chat.temporary, false),
          after && comesAfter(after),
          // Both sides by the database, which knows more letters than ASCII.
          inTitle === undefined ? undefined : sql`strpos(lower(${chat.title}), lower(${inTitle})) > 0`,
        ),
      )
      // As the index has it, or all of a person's chats would be sorted for a page.
      .orderBy(sql`${chat.updatedAt} desc nulls last`, chat.id)
      .limit(limit)
  );
}

export async function updateChat(
  db: Db,
  owner: Owned,
  chatId: string,
  change: Partial<
    Pick<ChatRow, "title" | "titleSource" | "choice" | "settings" | "activeLeafId" | "updatedAt">
  >,
): Promise<boolean> {
  const rows = await db
    .update(chat)
    .set(change)
    .where(and(owned(owner, chatId), isNull(chat.deletedAt)))
    .returning({ id: chat.id });
  return rows.length > 0;
}

/** Another chat of the same person's with the same title, choice and settings, newest in the list. What was copied from
 *  a temporary chat is temporary, and no younger: a copy does not outlive it. */
export async function insertFork(
  db: Db,
  source: ChatRow,
  id: string,
  activeLeafId: string | null,
): Promise<void> {
  const { teamId, personId, title, titleSource, choice, settings, temporary } = source;
  await db.insert(chat).values({
    teamId,
    id,
    personId,
    title,
    titleSource,
    choice,
    settings,
    activeLeafId,
    forkedFromChatId: source.id,
    ...(temporary && { temporary, createdAt: source.createdAt }),
  });
}

/** A person's temporary chats that are not over, newest first. */
export async function listTemporaryChats(db: Db, owner: Owned): Promise<TemporaryChat[]> {
  return db
    .select({ id: chat.id, leafId: chat.activeLeafId, updatedAt: chat.updatedAt })
    .from(chat)
    .where(
      and(
        eq(chat.teamId, owner.teamId),
        eq(chat.personId, owner.personId),
        isNull(chat.deletedAt),
        eq(chat.temporary, true),
      ),
    )
    .orderBy(desc(chat.updatedAt), chat.id)
    .limit(MOST_TEMPORARY);
}

/** More than anybody has open at once. */
const MOST_TEMPORARY = 100;

/** Sets the title unless a person has named the chat. */
export async function titleUntitledChat(
  db: Db,
  { teamId, personId }: Owned,
  chatId: string,
  title: string,
): Promise<void> {
  await titleStatement(db).execute({ teamId, personId, chatId, title });
}

const titleStatement = prepared((db) =>
  db
    .update(chat)
    .set({ title: sql`${sql.placeholder("title")}`, titleSource: "model" })
    .where(and(ownedAsGiven(), isNull(chat.titleSource)))
    .prepare("title_untitled_chat"),
);

/** By a person. @returns whether the chat is this person's, deleted or not. */
export async function setChatTitle(db: Db, owner: Owned, chatId: string, title: string): Promise<boolean> {
  const rows = await db
    .update(chat)
    .set({ title, titleSource: "person" })
    .where(owned(owner, chatId))
    .returning({ id: chat.id });
  return rows.length > 0;
}

/** Whether neither a person nor a model has named the chat, and no call that will is open, on any replica. */
export async function awaitsTitle(db: Db, { teamId, personId }: Owned, chatId: string): Promise<boolean> {
  return (await awaitsStatement(db).execute({ teamId, personId, chatId })).length > 0;
}

const awaitsStatement = prepared((db) => {
  const asked = db
    .select({ one: sql`1` })
    .from(call)
    .where(and(eq(call.teamId, chat.teamId), eq(call.chatId, chat.id), eq(call.purpose, "title")));
  return db
    .select({ id: chat.id })
    .from(chat)
    .where(and(ownedAsGiven(), isNull(chat.titleSource), notExists(asked)))
    .prepare("awaits_title");
});

/** @returns whether the chat is this person's. */
export async function setChatDeleted(
  db: Db,
  owner: Owned,
  chatId: string,
  deleted: boolean,
): Promise<boolean> {
  const rows = await db
    .update(chat)
    .set({ deletedAt: deleted ? sql`now()` : null })
    .where(owned(owner, chatId))
    .returning({ id: chat.id });
  return rows.length > 0;
}

/** Names a chat until a model or a person does. */
export async function nameChatForNow(db: Db, owner: Owned, chatId: string, title: string): Promise<void> {
  await db
    .update(chat)
    .set({ title })
    .where(and(owned(owner, chatId), isNull(chat.titleSource)));
}

/** The first half alone is what the index is read by. */
const comesAfter = ({ updatedAt, id }: ChatPlace) =>
  and(lte(chat.updatedAt, updatedAt), or(lt(chat.updatedAt, updatedAt), gt(chat.id, id)));

const owned = (owner: Owned, chatId: string) =>
  and(eq(chat.teamId, owner.teamId), eq(chat.id, chatId), eq(chat.personId, owner.personId));

/** The same, in a statement that is built once. */
const ownedAsGiven = () =>
  and(
    eq(chat.teamId, sql.placeholder("teamId")),
    eq(chat.id, sql.placeholder("chatId")),
    eq(chat.personId, sql.placeholder("personId")),
  );
