import { and, eq, or, sql } from "drizzle-orm";
import type { Db } from "../client";
import { membership, person } from "../schema";

const MOST = 50;

/** The team's members who have this e-mail, or this text in their name. */
export async function findMemberIds(db: Db, teamId: string, text: string): Promise<string[]> {
  const rows = await db
    .select({ id: person.id })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(and(eq(membership.teamId, teamId), isNamed(text)))
    .orderBy(person.id)
    .limit(MOST);
  return rows.map(({ id }) => id);
}

/** The same among all people of the instance. */
export async function findPersonIds(db: Db, text: string): Promise<string[]> {
  const rows = await db
    .select({ id: person.id })
    .from(person)
    .where(isNamed(text))
    .orderBy(person.id)
    .limit(MOST);
  return rows.map(({ id }) => id);
}

const isNamed = (text: string) =>
  or(sql`lower(${person.email}) = lower(${text})`, sql`strpos(lower(${person.name}), lower(${text})) > 0`);
