import { and, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Role } from "@/lib/permissions/roles";
import type { Db } from "../client";
import { groupMember, membership, person, team, teamGroup } from "../schema";
import type { MembershipRow } from "./teams";

export interface MemberFilter {
  /** Part of a name or an e-mail. */
  search?: string | undefined;
  role?: Role | undefined;
  groupId?: string | undefined;
  suspended?: boolean | undefined;
  /** Only who is in one of these groups; left out: everybody. */
  withinGroups?: readonly string[] | undefined;
}

/** Where a page begins: after this member. */
export interface MemberPlace {
  name: string;
  id: string;
}

export interface MemberGroup {
  id: string;
  name: string;
  manager: boolean;
}

const groups = sql<MemberGroup[]>`coalesce((
  select json_agg(json_build_object('id', ${teamGroup.id}, 'name', ${teamGroup.name}, 'manager', ${groupMember.manager})
    order by lower(${teamGroup.name}))
  from ${groupMember}
  join ${teamGroup} on ${teamGroup.teamId} = ${groupMember.teamId} and ${teamGroup.id} = ${groupMember.groupId}
  where ${groupMember.teamId} = ${membership.teamId} and ${groupMember.personId} = ${membership.personId}
    and ${teamGroup.deletedAt} is null), '[]')`;

const sortName = sql<string>`lower(${person.name})`;

const memberColumns = {
  id: person.id,
  name: person.name,
  email: person.email,
  role: membership.role,
  joinedAt: membership.createdAt,
  suspendedAt: membership.suspendedAt,
  sortName,
  groups,
};

/** A page of a team's members by name. */
export async function listMemberPage(
  db: Db,
  teamId: string,
  filter: MemberFilter,
  { after, limit }: { after: MemberPlace | null; limit: number },
) {
  return db
    .select(memberColumns)
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(
      and(
        ...conditions(teamId, filter),
        after ? sql`(${sortName}, ${person.id}) > (${after.name}, ${after.id}::uuid)` : undefined,
      ),
    )
    .orderBy(sortName, person.id)
    .limit(limit);
}

export type MemberPageRow = Awaited<ReturnType<typeof listMemberPage>>[number];

export async function countMembers(db: Db, teamId: string, filter: MemberFilter): Promise<number> {
  const rows = await db
    .select({ count: sql<number>`count(*)::integer` })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(and(...conditions(teamId, filter)));
  return rows[0]?.count ?? 0;
}

export async function findMemberRow(db: Db, teamId: string, personId: string): Promise<MemberPageRow | null> {
  const rows = await db
    .select(memberColumns)
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(and(eq(membership.teamId, teamId), eq(membership.personId, personId)));
  return rows[0] ?? null;
}

function conditions(teamId: string, { search, role, groupId, suspended, withinGroups }: MemberFilter): SQL[] {
  const inGroups = (ids: readonly string[]) => sql`exists (
    select from ${groupMember}
    join ${teamGroup} on ${teamGroup.teamId} = ${groupMember.teamId} and ${teamGroup.id} = ${groupMember.groupId}
    where ${groupMember.teamId} = ${teamId} and ${groupMember.personId} = ${membership.personId}
      and ${teamGroup.deletedAt} is null
      and ${ids.length === 0 ? sql`false` : inArray(groupMember.groupId, [...ids])})`;
  const pattern = `%${(search ?? "").replace(/[\\%_]/g, "\\$&")}%`;
  return [
    eq(membership.teamId, teamId),
    ...(search ? [sql`(${person.name} ilike ${pattern} or ${person.email} ilike ${pattern})`] : []),
    ...(role ? [eq(membership.role, role)] : []),
    ...(groupId ? [inGroups([groupId])] : []),
    ...(withinGroups ? [inGroups(withinGroups)] : []),
    ...(suspended === undefined
      ? []
      : [suspended ? isNotNull(membership.suspendedAt) : isNull(membership.suspendedAt)]),
  ];
}

/** One at a time changes who is in a team, and as what: else two owners could step down at once.
 *  @returns null when there is no such team */
export async function lockTeam(db: Db, teamId: string): Promise<typeof team.$inferSelect | null> {
  const rows = await db
    .select()
    .from(team)
    .where(and(eq(team.id, teamId), isNull(team.deletedAt)))
    .for("no key update");
  return rows[0] ?? null;
}

/** Whether somebody who owns the team can act for it. */
export async function hasActiveOwner(db: Db, teamId: string): Promise<boolean> {
  const rows = await db
    .select({ id: person.id })
    .from(membership)
    .innerJoin(person, and(eq(person.id, membership.personId), isNull(person.suspendedAt)))
    .where(and(eq(membership.teamId, teamId), eq(membership.role, "owner"), isNull(membership.suspendedAt)))
    .limit(1);
  return rows.length > 0;
}

export async function insertMembership(db: Db, row: typeof membership.$inferInsert): Promise<boolean> {
  const rows = await db
    .insert(membership)
    .values(row)
    .onConflictDoNothing()
    .returning({ personId: membership.personId });
  return rows.length > 0;
}

/** Changes a member; who is no manager any more manages no group. */
export async function updateMembership(
  db: Db,
  { teamId, personId }: { teamId: string; personId: string },
  change: Partial<Pick<MembershipRow, "role" | "suspendedAt">>,
): Promise<void> {
  await db
    .update(membership)
    .set(change)
    .where(and(eq(membership.teamId, teamId), eq(membership.personId, personId)));
  if (change.role !== undefined && change.role !== "manager") {
    await db
      .update(groupMember)
      .set({ manager: false })
      .where(and(eq(groupMember.teamId, teamId), eq(groupMember.personId, personId), groupMember.manager));
  }
}

export async function deleteMembership(db: Db, teamId: string, personId: string): Promise<void> {
  await db.delete(membership).where(and(eq(membership.teamId, teamId), eq(membership.personId, personId)));
}

/** Tells every process that what a person may do in a team has changed, once the transaction is through. */
export async function notifyAccess(db: Db, teamId: string, personId: string): Promise<void> {
  await db.execute(sql`select pg_notify('wye_access', ${`${teamId} ${personId}`})`);
}

/** Asks every process to stop what it writes for a person in a team. */
export async function requestStopOfRuns(db: Db, teamId: string, personId: string): Promise<void> {
  await db.execute(sql`
    with asked as (
      update run set stop_requested_at = coalesce(stop_requested_at, clock_timestamp())
      where team_id = ${teamId}::uuid and person_id = ${personId}::uuid and state = 'running'
      returning team_id, id
    )
    select pg_notify('wye_run', 'stop ' || team_id || ' ' || id) from asked`);
}

/** A person's role in a team that they may enter now; null: they may not. */
export async function findAccess(db: Db, teamId: string, personId: string): Promise<Role | null> {
  const rows = await db
    .select({ role: membership.role })
    .from(membership)
    .innerJoin(person, and(eq(person.id, membership.personId), isNull(person.suspendedAt)))
    .innerJoin(team, and(eq(team.id, membership.teamId), isNull(team.deletedAt), isNull(team.suspendedAt)))
    .where(
      and(eq(membership.teamId, teamId), eq(membership.personId, personId), isNull(membership.suspendedAt)),
    );
  return rows[0]?.role ?? null;
}

/** The teams a person owns of a kind, the latest first. */
export async function findPersonalTeam(db: Db, personId: string): Promise<string | null> {
  const rows = await db
    .select({ id: team.id })
    .from(membership)
    .innerJoin(team, and(eq(team.id, membership.teamId), isNull(team.deletedAt), eq(team.kind, "personal")))
    .where(and(eq(membership.personId, personId), eq(membership.role, "owner")))
    .orderBy(desc(team.id))
    .limit(1);
  return rows[0]?.id ?? null;
}

/** The members of a team who have one of these e-mails, in lower case. */
export async function findMembersByEmail(db: Db, teamId: string, emails: readonly string[]) {
  if (emails.length === 0) return [];
  return db
    .select({ id: person.id, email: sql<string>`lower(${person.email})`, role: membership.role, groups })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(and(eq(membership.teamId, teamId), inArray(sql`lower(${person.email})`, [...emails])));
}
