import { and, eq, inArray, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { Db } from "../client";
import { groupMember, membership, person, teamGroup } from "../schema";

export type GroupRow = typeof teamGroup.$inferSelect;

/** A team's groups by name, with how many are in each and who manages it. `only`: these alone. */
export async function listGroups(db: Db, teamId: string, only: readonly string[] | null = null) {
  if (only?.length === 0) return [];
  return db
    .select({
      id: teamGroup.id,
      name: teamGroup.name,
      members: sql<number>`count(${groupMember.personId})::integer`,
      managers: sql<{ id: string; name: string }[]>`coalesce(
        json_agg(json_build_object('id', ${person.id}, 'name', ${person.name}) order by lower(${person.name}))
          filter (where ${groupMember.manager} and ${membership.role} = 'manager'), '[]')`,
    })
    .from(teamGroup)
    .leftJoin(
      groupMember,
      and(eq(groupMember.teamId, teamGroup.teamId), eq(groupMember.groupId, teamGroup.id)),
    )
    .leftJoin(
      membership,
      and(eq(membership.teamId, groupMember.teamId), eq(membership.personId, groupMember.personId)),
    )
    .leftJoin(person, and(eq(person.id, groupMember.personId), groupMember.manager))
    .where(
      and(
        eq(teamGroup.teamId, teamId),
        isNull(teamGroup.deletedAt),
        only ? inArray(teamGroup.id, [...only]) : undefined,
      ),
    )
    .groupBy(teamGroup.teamId, teamGroup.id)
    .orderBy(sql`lower(${teamGroup.name})`);
}

export async function findGroup(db: Db, teamId: string, groupId: string): Promise<GroupRow | null> {
  const rows = await db
    .select()
    .from(teamGroup)
    .where(and(eq(teamGroup.teamId, teamId), eq(teamGroup.id, groupId), isNull(teamGroup.deletedAt)));
  return rows[0] ?? null;
}

/** @returns false when another group has the name. */
export async function insertGroup(db: Db, row: typeof teamGroup.$inferInsert): Promise<boolean> {
  const rows = await db.insert(teamGroup).values(row).onConflictDoNothing().returning({ id: teamGroup.id });
  return rows.length > 0;
}

export async function isGroupNameTaken(
  db: Db,
  teamId: string,
  { name, except }: { name: string; except: string },
): Promise<boolean> {
  const rows = await db
    .select({ id: teamGroup.id })
    .from(teamGroup)
    .where(
      and(
        eq(teamGroup.teamId, teamId),
        sql`lower(${teamGroup.name}) = lower(${name})`,
        isNull(teamGroup.deletedAt),
        sql`${teamGroup.id} <> ${except}::uuid`,
      ),
    );
  return rows.length > 0;
}

export async function updateGroup(
  db: Db,
  { teamId, id }: { teamId: string; id: string },
  change: Partial<Pick<GroupRow, "name" | "deletedAt">>,
): Promise<void> {
  await db
    .update(teamGroup)
    .set(change)
    .where(and(eq(teamGroup.teamId, teamId), eq(teamGroup.id, id)));
}

/** A group that was deleted after `since`. */
export async function findDeletedGroup(
  db: Db,
  teamId: string,
  groupId: string,
  since: Date,
): Promise<GroupRow | null> {
  const rows = await db
    .select()
    .from(teamGroup)
    .where(
      and(
        eq(teamGroup.teamId, teamId),
        eq(teamGroup.id, groupId),
        isNotNull(teamGroup.deletedAt),
        sql`${teamGroup.deletedAt} > ${since.toISOString()}::timestamptz`,
      ),
    );
  return rows[0] ?? null;
}

export async function listGroupsOfMember(
  db: Db,
  teamId: string,
  personId: string,
): Promise<{ id: string; manager: boolean }[]> {
  return db
    .select({ id: groupMember.groupId, manager: groupMember.manager })
    .from(groupMember)
    .innerJoin(
      teamGroup,
      and(
        eq(teamGroup.teamId, groupMember.teamId),
        eq(teamGroup.id, groupMember.groupId),
        isNull(teamGroup.deletedAt),
      ),
    )
    .where(and(eq(groupMember.teamId, teamId), eq(groupMember.personId, personId)));
}

/** Puts members in groups; who is there already manages it or not as said here. */
export async function upsertGroupMembers(
  db: Db,
  rows: readonly (typeof groupMember.$inferInsert)[],
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insert(groupMember)
    .values([...rows])
    .onConflictDoUpdate({
      target: [groupMember.teamId, groupMember.groupId, groupMember.personId],
      set: { manager: sql`excluded.manager` },
    });
}

export async function deleteGroupMember(
  db: Db,
  { teamId, groupId, personId }: { teamId: string; groupId: string; personId: string },
): Promise<boolean> {
  const rows = await db
    .delete(groupMember)
    .where(
      and(
        eq(groupMember.teamId, teamId),
        eq(groupMember.groupId, groupId),
        eq(groupMember.personId, personId),
      ),
    )
    .returning({ personId: groupMember.personId });
  return rows.length > 0;
}

/** Removes groups that were deleted too long ago to be had back. */
export async function purgeDeletedGroups(db: Db, before: Date): Promise<void> {
  await db.delete(teamGroup).where(lt(teamGroup.deletedAt, before));
}

/** Names alone: what a choice among them needs. */
export async function listGroupNames(db: Db, teamId: string): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: teamGroup.id, name: teamGroup.name })
    .from(teamGroup)
    .where(and(eq(teamGroup.teamId, teamId), isNull(teamGroup.deletedAt)))
    .orderBy(sql`lower(${teamGroup.name})`);
}
