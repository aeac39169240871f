import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "../client";
import { teamGroup } from "../schema";

/** The groups that a team's rules may speak of, by name. */
export function listRoutingGroups(db: Db, teamId: string): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: teamGroup.id, name: teamGroup.name })
    .from(teamGroup)
    .where(and(eq(teamGroup.teamId, teamId), isNull(teamGroup.deletedAt)))
    .orderBy(asc(sql`lower(${teamGroup.name})`), asc(teamGroup.id));
}
