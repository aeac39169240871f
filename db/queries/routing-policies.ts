import { eq } from "drizzle-orm";
import type { Db } from "../client";
import { routingPolicy } from "../schema";

/** As it was stored, perhaps by another version; null: the team has none. */
export async function findRoutingPolicy(db: Db, teamId: string): Promise<unknown> {
  const rows = await db
    .select({ policy: routingPolicy.policy })
    .from(routingPolicy)
    .where(eq(routingPolicy.teamId, teamId));
  return rows[0]?.policy ?? null;
}
