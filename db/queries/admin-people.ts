import { and, isNull, lt, or, sql } from "drizzle-orm";
import type { Db } from "../client";
import { contains } from "../contains";
import { membership, person, secondFactor, session } from "../schema";
import type { PageOfAll } from "./admin-teams";

/** Accounts of the whole instance, the newest first, with in how many teams each is and when it was last used. */
export async function listAllPeople(db: Db, { search, afterId, limit }: PageOfAll) {
  return db
    .select({
      id: person.id,
      name: person.name,
      email: person.email,
      instanceAdmin: person.instanceAdmin,
      createdAt: person.createdAt,
      suspendedAt: person.suspendedAt,
      secondFactor: sql<boolean>`exists (select 1 from ${secondFactor} where ${secondFactor.personId} = ${person.id} and ${secondFactor.confirmedAt} is not null)`,
      teams: sql<number>`(select count(*)::int from ${membership} where ${membership.personId} = ${person.id})`,
      lastSeenAt: sql<
        string | null
      >`(select max(${session.lastSeenAt}) from ${session} where ${session.personId} = ${person.id})`,
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
