import { and, count, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Role } from "@/lib/permissions/roles";
import type { Db } from "../client";
import { memberGroups } from "../member-groups";
import { membership, modeModels, person, team } from "../schema";

export type TeamRow = typeof team.$inferSelect;
export type MembershipRow = typeof membership.$inferSelect;

export async function insertTeam(db: Db, row: typeof team.$inferInsert): Promise<void> {
  await db.insert(team).values(row);
}

export async function upsertMembership(db: Db, row: typeof membership.$inferInsert): Promise<void> {
  await db
    .insert(membership)
    .values(row)
    .onConflictDoUpdate({ target: [membership.teamId, membership.personId], set: { role: row.role } });
}

export async function listTeams(db: Db): Promise<TeamRow[]> {
  return db.select().from(team).where(isNull(team.deletedAt)).orderBy(team.id);
}

/** The teams a person may enter, with their role and groups there, oldest membership first. */
export async function listTeamsOf(db: Db, personId: string) {
  return db
    .select({
      id: team.id,
      name: team.name,
      kind: team.kind,
      deletesAt: team.deletesAt,
      role: membership.role,
      ...memberGroups,
    })
    .from(membership)
    .innerJoin(team, and(eq(team.id, membership.teamId), isNull(team.deletedAt), isNull(team.suspendedAt)))
    .where(and(eq(membership.personId, personId), isNull(membership.suspendedAt)))
    .orderBy(membership.createdAt, team.id);
}

/** Deleted teams too: the ledger outlives them. */
export async function findTeams(db: Db, teamIds: string[]): Promise<TeamRow[]> {
  if (teamIds.length === 0) return [];
  return db.select().from(team).where(inArray(team.id, teamIds));
}

export async function isInSomeTeam(db: Db, personId: string): Promise<boolean> {
  const rows = await db
    .select({ teamId: membership.teamId })
    .from(membership)
    .innerJoin(team, and(eq(team.id, membership.teamId), isNull(team.deletedAt)))
    .where(eq(membership.personId, personId))
    .limit(1);
  return rows.length > 0;
}

export async function findMembership(
  db: Db,
  teamId: string,
  personId: string,
): Promise<MembershipRow | null> {
  const rows = await db
    .select()
    .from(membership)
    .where(and(eq(membership.teamId, teamId), eq(membership.personId, personId)));
  return rows[0] ?? null;
}

/** Name and e-mail of each of a team's members, by id. */
export async function listMembers(db: Db, teamId: string) {
  return db
    .select({ id: person.id, name: person.name, email: person.email, role: membership.role })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(eq(membership.teamId, teamId))
    .orderBy(person.name);
}

/** The names of a few who have a role in a team, and access. */
export async function listNamesOfRole(db: Db, teamId: string, role: Role, most: number): Promise<string[]> {
  const rows = await db
    .select({ name: person.name })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(
      and(
        eq(membership.teamId, teamId),
        eq(membership.role, role),
        isNull(membership.suspendedAt),
        isNull(person.suspendedAt),
      ),
    )
    .orderBy(person.name)
    .limit(most);
  return rows.map(({ name }) => name);
}

export async function countMembers(db: Db, teamId: string): Promise<number> {
  const rows = await db.select({ people: count() }).from(membership).where(eq(membership.teamId, teamId));
  return rows[0]?.people ?? 0;
}

export async function listModeModels(db: Db, teamId: string) {
  return db.select().from(modeModels).where(eq(modeModels.teamId, teamId));
}

export async function upsertModeModels(db: Db, row: typeof modeModels.$inferInsert): Promise<void> {
  await db
    .insert(modeModels)
    .values(row)
    .onConflictDoUpdate({
      target: [modeModels.teamId, modeModels.mode],
      set: { models: row.models, updatedAt: sql`now()` },
    });
}

export async function updateTeamSuspension(db: Db, teamId: string, suspendedAt: Date | null): Promise<void> {
  await db.update(team).set({ suspendedAt }).where(eq(team.id, teamId));
}

export async function updateReportingCurrency(
  db: Db,
  teamId: string,
  reportingCurrency: string | null,
): Promise<void> {
  await db.update(team).set({ reportingCurrency }).where(eq(team.id, teamId));
}
