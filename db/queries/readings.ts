import { and, desc, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import type { Db } from "../client";
import { audit, chat, membership, person, team } from "../schema";

interface Wanted {
  /** What a reading is called in the audit. */
  actions: readonly string[];
  limit: number;
}

/** The newest times that somebody else read what a person wrote, in the teams that they are in: by their chats, or with
 *  an export of the team that had everybody's. */
export async function listReadingsOf(db: Db, personId: string, { actions, limit }: Wanted) {
  const readChat = sql`case when ${audit.action} = 'content.read' then (${audit.after} ->> 'chatId')::uuid end`;
  return db
    .select({
      id: audit.id,
      teamId: audit.teamId,
      at: audit.createdAt,
      action: audit.action,
      by: person.name,
      team: team.name,
      chatId: chat.id,
      title: chat.title,
      personal: audit.personal,
    })
    .from(membership)
    .innerJoin(team, and(eq(team.id, membership.teamId), isNull(team.deletedAt)))
    .innerJoin(audit, eq(audit.teamId, membership.teamId))
    .leftJoin(person, and(eq(person.id, audit.actorId), isNull(person.erasedAt)))
    .leftJoin(
      chat,
      and(
        eq(chat.teamId, audit.teamId),
        eq(chat.id, readChat),
        eq(chat.personId, personId),
        isNull(chat.deletedAt),
      ),
    )
    .where(
      and(
        eq(membership.personId, personId),
        ne(audit.actorId, personId),
        or(
          and(inArray(audit.action, [...actions]), eq(audit.target, personId)),
          and(
            eq(audit.action, "team.export"),
            sql`${audit.after} ->> 'content' = 'true'`,
            sql`${audit.createdAt} >= ${membership.createdAt}`,
          ),
        ),
      ),
    )
    .orderBy(desc(audit.createdAt), desc(audit.seq))
    .limit(limit);
}
