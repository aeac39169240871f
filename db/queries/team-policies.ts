import { eq, sql } from "drizzle-orm";
import type { Db } from "../client";
import { team, teamPolicy } from "../schema";

export type TeamPolicyRow = typeof teamPolicy.$inferSelect;

/** Null: the team has laid nothing down. */
export async function findTeamPolicy(db: Db, teamId: string): Promise<TeamPolicyRow | null> {
  const rows = await db.select().from(teamPolicy).where(eq(teamPolicy.teamId, teamId));
  return rows[0] ?? null;
}

/** Until the transaction ends nobody else changes what the team lays down, be there a row of it or none. */
export async function lockTeamPolicy(tx: Db, teamId: string): Promise<void> {
  await tx.select({ id: team.id }).from(team).where(eq(team.id, teamId)).for("no key update");
}

/** What is not named stays. */
export async function upsertTeamPolicy(
  db: Db,
  teamId: string,
  change: Partial<Omit<TeamPolicyRow, "teamId" | "updatedAt">>,
): Promise<void> {
  await db
    .insert(teamPolicy)
    .values({ teamId, ...change })
    .onConflictDoUpdate({ target: teamPolicy.teamId, set: { ...change, updatedAt: sql`now()` } });
}
