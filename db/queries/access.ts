import { sql } from "drizzle-orm";
import type { Db } from "../client";

/** A person in all their teams, or everybody in a team. */
type Whose = { personId: string } | { teamId: string };

/** Stops what is written for these, and has every process see again what they may do, once the transaction is through:
 *  it ends the streams of those who have lost their access. */
export async function announceLostAccess(db: Db, whose: Whose): Promise<void> {
  const isTheirs =
    "personId" in whose ? sql`person_id = ${whose.personId}::uuid` : sql`team_id = ${whose.teamId}::uuid`;
  await db.execute(sql`
    with asked as (
      update run set stop_requested_at = coalesce(stop_requested_at, clock_timestamp())
      where state = 'running' and ${isTheirs} returning team_id, id
    )
    select pg_notify('wye_run', 'stop ' || team_id || ' ' || id) from asked`);
  await db.execute(sql`
    select pg_notify('wye_access', team_id || ' ' || person_id) from membership where ${isTheirs}`);
}
