import { and, eq, sql } from "drizzle-orm";
import type { Mode } from "@/lib/router/choice";
import type { RoutingPolicy } from "@/lib/router/policy/policy";
import type { Db } from "../client";
import { modeModels, routingPolicy, team } from "../schema";

/** As it was stored, perhaps by another version; null: the team has none. */
export async function findRoutingPolicy(db: Db, teamId: string): Promise<unknown> {
  const rows = await db
    .select({ policy: routingPolicy.policy })
    .from(routingPolicy)
    .where(eq(routingPolicy.teamId, teamId));
  return rows[0]?.policy ?? null;
}

export async function upsertRoutingPolicy(db: Db, teamId: string, policy: RoutingPolicy): Promise<void> {
  await db
    .insert(routingPolicy)
    .values({ teamId, policy })
    .onConflictDoUpdate({ target: routingPolicy.teamId, set: { policy, updatedAt: sql`now()` } });
}

/** Until the transaction ends nobody else changes how the team's questions are routed, be there a row of it or none. */
export async function lockRouting(tx: Db, teamId: string): Promise<void> {
  await tx.select({ id: team.id }).from(team).where(eq(team.id, teamId)).for("no key update");
}

/** Back to Wye's models of the mode. */
export async function deleteModeModels(db: Db, teamId: string, mode: Mode): Promise<void> {
  await db.delete(modeModels).where(and(eq(modeModels.teamId, teamId), eq(modeModels.mode, mode)));
}
