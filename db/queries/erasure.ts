import { and, eq, exists, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { Db } from "../client";
import { call, chat, emailToken, membership, message, person, run, session, team } from "../schema";
import { PERSON_CONTENT } from "../schema/person-content";
import type { PersonRow } from "./people";

const one = { one: sql`1` };

/** Locks the person for the rest of the transaction; null once they are erased. */
export async function lockPerson(tx: Db, personId: string): Promise<PersonRow | null> {
  const rows = await tx
    .select()
    .from(person)
    .where(and(eq(person.id, personId), isNull(person.erasedAt)))
    .for("update");
  return rows[0] ?? null;
}

export interface OwnedTeam {
  id: string;
  name: string;
  deletesAt: Date | null;
  /** Another owner is there. */
  shared: boolean;
  /** Anybody else is there. */
  peopled: boolean;
}

/** The teams that a person owns, locked: nobody else leaves them meanwhile. */
export async function lockOwnedTeams(tx: Db, personId: string): Promise<OwnedTeam[]> {
  const teams = await tx
    .select({ id: team.id, name: team.name, deletesAt: team.deletesAt })
    .from(team)
    .innerJoin(membership, and(eq(membership.teamId, team.id), eq(membership.personId, personId)))
    .where(and(eq(membership.role, "owner"), isNull(team.deletedAt)))
    .orderBy(team.id)
    .for("update", { of: team });
  const others = await tx
    .select({
      teamId: membership.teamId,
      owners: sql<number>`(count(*) filter (where ${membership.role} = 'owner' and ${membership.suspendedAt} is null))::int`,
    })
    .from(membership)
    .where(
      and(
        inArray(
          membership.teamId,
          teams.map(({ id }) => id),
        ),
        ne(membership.personId, personId),
      ),
    )
    .groupBy(membership.teamId);
  const ownersOf = new Map(others.map(({ teamId, owners }) => [teamId, owners]));
  return teams.map((row) => ({
    ...row,
    shared: (ownersOf.get(row.id) ?? 0) > 0,
    peopled: ownersOf.has(row.id),
  }));
}

/** Destroys what the person's id resolves to, ends their sessions and takes them out of their teams.
 *  @returns the teams that they were in */
export async function forgetPerson(tx: Db, personId: string, now: Date): Promise<string[]> {
  await tx
    .update(person)
    .set({
      email: `erased:${personId}`,
      name: "",
      passwordHash: null,
      emailVerifiedAt: null,
      preferences: {},
      instanceAdmin: false,
      suspendedAt: now,
      erasedAt: now,
    })
    .where(eq(person.id, personId));
  await tx.delete(session).where(eq(session.personId, personId));
  await tx.delete(emailToken).where(eq(emailToken.personId, personId));
  const left = await tx
    .delete(membership)
    .where(eq(membership.personId, personId))
    .returning({ teamId: membership.teamId });
  return left.map(({ teamId }) => teamId);
}

/** Ends the time of grace of teams that nobody is left in. */
export async function endTeams(tx: Db, teamIds: string[], now: Date): Promise<void> {
  if (teamIds.length > 0) await tx.update(team).set({ deletesAt: now }).where(inArray(team.id, teamIds));
}

/** Those of whom something may be left. */
export async function listErasedPeople(db: Db, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: person.id })
    .from(person)
    .where(isNotNull(person.erasedAt))
    .orderBy(person.erasedAt)
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Whether an answer to the person is being written, or a call of theirs is not accounted for yet. */
export async function isPersonBusy(db: Db, personId: string): Promise<boolean> {
  const running = db
    .select(one)
    .from(run)
    .where(and(eq(run.personId, personId), eq(run.state, "running")));
  const open = db.select(one).from(call).where(eq(call.personId, personId));
  const rows = await db.execute<{ busy: boolean }>(sql`select ${exists(running)} or ${exists(open)} as busy`);
  return rows[0]?.busy ?? false;
}

/** Removes up to `limit` rows of what the person wrote; what another replica is removing is passed over.
 *  @returns how many rows of one table; 0: none is left to remove here */
export async function removePersonRows(db: Db, personId: string, limit: number): Promise<number> {
  // A message takes those under it along, so that the ends of the paths go first.
  const messages = await db.execute(sql`
    delete from ${message} where ctid = any(array(
      select m.ctid from ${message} m join ${chat} c on c.team_id = m.team_id and c.id = m.chat_id
      where c.person_id = ${personId}::uuid order by m.id desc limit ${limit} for update of m skip locked))
    returning 1`);
  if (messages.length > 0) return messages.length;
  for (const table of PERSON_CONTENT) {
    const rows = await db.execute(sql`
      delete from ${table} where ctid = any(array(
        select ctid from ${table} where person_id = ${personId}::uuid limit ${limit} for update skip locked))
      returning 1`);
    if (rows.length > 0) return rows.length;
  }
  return 0;
}

/** The last of them. @returns false when it was gone already. */
export async function deletePersonRow(db: Db, personId: string): Promise<boolean> {
  const rows = await db
    .delete(person)
    .where(and(eq(person.id, personId), isNotNull(person.erasedAt)))
    .returning({ id: person.id });
  return rows.length > 0;
}
