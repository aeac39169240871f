import { sql } from "drizzle-orm";
import type { Context } from "@/lib/context";

/** Whether each row of the team's ledger is as it was written, and follows on the one before it. */
export async function chainHolds({ db, actor }: Context): Promise<boolean> {
  const rows = await db.execute<{ whole: boolean }>(sql`
    select bool_and(intact and linked and gapless) as whole from (
      select hash = ledger_hash(ledger) as intact, seq = row_number() over (order by seq) as gapless,
        prev_hash = coalesce(lag(hash) over (order by seq), decode(repeat('00', 32), 'hex')) as linked
      from ledger where team_id = ${actor.teamId}) checked`);
  return rows[0]?.whole ?? false;
}
