import { and, desc, eq, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Db } from "../client";
import { audit, chat, membership, person, team } from "../schema";

interface Wanted {
  /** What a reading is called in the audit. */
  actions: readonly string[];
  limit: number;
}

/** The newest times that somebody else read what a person wrote, in the teams that they are in: by their chats, or with
 *  an export of the team that had everybody's. Of each team only the newest are read, each kind by its own index: within
 *  a team no entry is older than the one before it. */
export function readingsQuery(db: Db, personId: string, { actions, limit }: Wanted) {
  const newest = (condition: SQL | undefined) =>
    db
      .select()
      .from(audit)
      .where(and(eq(audit.teamId, membership.teamId), ne(audit.actorId, personId), condition))
      .orderBy(desc(audit.seq))
      .limit(limit);
  const reading = unionAll(
    newest(and(eq(audit.target, personId), inArray(audit.action, [...actions]))),
    newest(
      and(
        eq(audit.action, "team.export"),
        sql`${audit.after} ->> 'content' = 'true'`,
        sql`${audit.createdAt} >= ${membership.createdAt}`,
      ),
    ),
  ).as("reading");
  const readChat = sql`case when ${reading.action} = 'content.read' then (${reading.after} ->> 'chatId')::uuid end`;
  return db
    .select({
      id: reading.id,
      teamId: reading.teamId,
      at: reading.createdAt,
      action: reading.action,
      by: person.name,
      team: team.name,
      chatId: chat.id,
      title: chat.title,
      personal: reading.personal,
    })
    .from(membership)
    .innerJoin(team, and(eq(team.id, membership.teamId), isNull(team.deletedAt)))
    .innerJoinLateral(reading, sql`true`)
    .leftJoin(person, and(eq(person.id, reading.actorId), isNull(person.erasedAt)))
    .leftJoin(
      chat,
      and(
        eq(chat.teamId, reading.teamId),
        eq(chat.id, readChat),
        eq(chat.personId, personId),
        isNull(chat.deletedAt),
      ),
    )
    .where(eq(membership.personId, personId))
    .orderBy(desc(reading.createdAt), desc(reading.seq))
    .limit(limit);
}
