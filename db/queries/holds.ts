import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "../client";
import { chat, legalHold, person } from "../schema";

export type HoldRow = typeof legalHold.$inferSelect;

const MOST_HOLDS = 500;

/** The standing ones first, then the newest. Of a person, with their name; of a chat, with its person's; null once they are
 *  erased. */
export async function listHolds(db: Db, teamId: string) {
  return db
    .select({
      id: legalHold.id,
      scope: legalHold.scope,
      subjectId: legalHold.subjectId,
      note: legalHold.note,
      createdAt: legalHold.createdAt,
      liftedAt: legalHold.liftedAt,
      personName: sql<string | null>`case when ${person.erasedAt} is null then ${person.name} end`,
    })
    .from(legalHold)
    .leftJoin(chat, and(eq(chat.teamId, legalHold.teamId), eq(chat.id, legalHold.subjectId)))
    .leftJoin(person, eq(person.id, sql`coalesce(${chat.personId}, ${legalHold.subjectId})`))
    .where(eq(legalHold.teamId, teamId))
    .orderBy(sql`${legalHold.liftedAt} is not null`, desc(legalHold.id))
    .limit(MOST_HOLDS);
}

/** @returns false where the same already stands */
export async function insertHold(db: Db, row: typeof legalHold.$inferInsert): Promise<boolean> {
  const rows = await db.insert(legalHold).values(row).onConflictDoNothing().returning({ id: legalHold.id });
  return rows.length > 0;
}

/** @returns null where none of this id stands */
export async function liftHold(
  db: Db,
  teamId: string,
  id: string,
  liftedBy: string | null,
): Promise<HoldRow | null> {
  const rows = await db
    .update(legalHold)
    .set({ liftedAt: sql`now()`, liftedBy })
    .where(and(eq(legalHold.teamId, teamId), eq(legalHold.id, id), isNull(legalHold.liftedAt)))
    .returning();
  return rows[0] ?? null;
}

/** A chat of the team, whoever's, deleted or not. */
export async function hasChats(db: Db, teamId: string, personId: string): Promise<boolean> {
  const rows = await db
    .select({ id: chat.id })
    .from(chat)
    .where(and(eq(chat.teamId, teamId), eq(chat.personId, personId)))
    .limit(1);
  return rows.length > 0;
}

export async function isChatOfTeam(db: Db, teamId: string, chatId: string): Promise<boolean> {
  const rows = await db
    .select({ id: chat.id })
    .from(chat)
    .where(and(eq(chat.teamId, teamId), eq(chat.id, chatId)));
  return rows.length > 0;
}
