import { and, count, eq, exists, isNotNull, isNull, lt, max, or, sql } from "drizzle-orm";
import type { Db } from "../client";
import { contains } from "../contains";
import { membership, person, secondFactor, session } from "../schema";
import type { PageOfAll } from "./admin-teams";

/** Accounts of the whole instance, the newest first, with in how many teams each is and when it was last used. */
export async function listAllPeople(db: Db, { search, afterId, limit }: PageOfAll) {
  // Built as queries: columns written into a selection of one table lose that table's name.
  const factor = db
    .select({ one: sql`1` })
    .from(secondFactor)
    .where(and(eq(secondFactor.personId, person.id), isNotNull(secondFactor.confirmedAt)));
  const teams = db.select({ teams: count() }).from(membership).where(eq(membership.personId, person.id));
  const lastSeen = db
    .select({ at: max(session.lastSeenAt) })
    .from(session)
    .where(eq(session.personId, person.id));
  return db
    .select({
      id: person.id,
      name: person.name,
      email: person.email,
      instanceAdmin: person.instanceAdmin,
      createdAt: person.createdAt,
      suspendedAt: person.suspendedAt,
      secondFactor: sql<boolean>`${exists(factor)}`,
      teams: sql<number>`(${teams})::int`,
      lastSeenAt: sql<string | null>`(${lastSeen})`,
    })
    .from(person)
    .where(
      and(
        isNull(person.erasedAt),
        search === undefined ? undefined : or(contains(person.name, search), contains(person.email, search)),
        afterId === undefined ? undefined : lt(person.id, afterId),
      ),
    )
    .orderBy(sql`${person.id} desc`)
    .limit(limit);
}
