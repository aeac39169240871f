import { and, eq, exists, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { getTableConfig } from "drizzle-orm/pg-core";
import type { Db } from "../client";
import { call, message, run, team } from "../schema";
import { TEAM_CONTENT } from "../schema/team-content";
import type { TeamRow } from "./teams";

/** Locks the team for the rest of the transaction; null once it is deleted. */
export async function lockTeam(tx: Db, teamId: string): Promise<TeamRow | null> {
  const rows = await tx
    .select()
    .from(team)
    .where(and(eq(team.id, teamId), isNull(team.deletedAt)))
    .for("update");
  return rows[0] ?? null;
}

/** Null: it is not to be deleted any more. */
export async function setTeamDeletion(db: Db, teamId: string, deletesAt: Date | null): Promise<void> {
  await db
    .update(team)
    .set({ deletesAt })
    .where(and(eq(team.id, teamId), isNull(team.deletedAt)));
}

/** Those of which the time to undo is over. */
export async function listEndedTeams(db: Db, now: Date): Promise<TeamRow[]> {
  return db
    .select()
    .from(team)
    .where(or(lte(team.deletesAt, now), isNotNull(team.deletedAt)))
    .orderBy(team.id);
}

/** From now on nobody sees it. @returns false when its deletion was undone, or it is hidden already. */
export async function hideTeam(db: Db, teamId: string, now: Date): Promise<boolean> {
  const rows = await db
    .update(team)
    .set({ deletedAt: now })
    .where(and(eq(team.id, teamId), isNull(team.deletedAt), lte(team.deletesAt, now)))
    .returning({ id: team.id });
  return rows.length > 0;
}

/** Whether something is being written in the team, or a call of it is not accounted for yet. */
export async function isTeamBusy(db: Db, teamId: string): Promise<boolean> {
  const one = { one: sql`1` };
  const running = db
    .select(one)
    .from(run)
    .where(and(eq(run.teamId, teamId), eq(run.state, "running")));
  const open = db.select(one).from(call).where(eq(call.teamId, teamId));
  const rows = await db.execute<{ busy: boolean }>(sql`select ${exists(running)} or ${exists(open)} as busy`);
  return rows[0]?.busy ?? false;
}

/** Removes up to `limit` rows of what the team holds; what another replica is removing is passed over.
 *  @returns how many rows of one of its tables; 0: none is left to remove here */
export async function removeTeamRows(db: Db, teamId: string, limit: number): Promise<number> {
  for (const table of TEAM_CONTENT) {
    // A message takes those under it along, so that the ends of the paths go first.
    const order = table === message ? sql`order by id desc` : sql``;
    const rows = await db.execute(sql`
      delete from ${table} where ctid = any(array(
        select ctid from ${table} where team_id = ${teamId}::uuid ${order} limit ${limit} for update skip locked))
      returning 1`);
    if (rows.length > 0) return rows.length;
  }
  return 0;
}

/** Whether nothing of what the team holds is left. */
export async function isTeamEmpty(db: Db, teamId: string): Promise<boolean> {
  const left = TEAM_CONTENT.map(
    (table) =>
      sql`select 1 from ${sql.identifier(getTableConfig(table).name)} where team_id = ${teamId}::uuid`,
  );
  const rows = await db.execute<{ empty: boolean }>(
    sql`select not exists (${sql.join(left, sql` union all `)}) as empty`,
  );
  return rows[0]?.empty ?? false;
}

/** @returns false when it was gone already. */
export async function deleteTeamRow(db: Db, teamId: string): Promise<boolean> {
  const rows = await db
    .delete(team)
    .where(and(eq(team.id, teamId), isNotNull(team.deletedAt)))
    .returning({ id: team.id });
  return rows.length > 0;
}
