import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "../client";
import { costColumns } from "../cost-columns";
import { ledger } from "../schema";

interface SummaryRef {
  teamId: string;
  id: string;
  /** Of its last call, as far as that is known. */
  callId: string | null;
}

/** Of the calls that wrote a summary and have ended, the last one first. A copy is found by its call, whose row names
 *  the message that it was made for. */
export async function listSummaryCosts(db: Db, { teamId, id, callId }: SummaryRef) {
  const original: SQL =
    callId === null
      ? sql`${id}::uuid`
      : sql`coalesce((select message_id from ledger where team_id = ${teamId} and id = ${callId}), ${id}::uuid)`;
  return db
    .select(costColumns)
    .from(ledger)
    .where(
      and(
        eq(ledger.teamId, teamId),
        eq(ledger.messageId, original),
        eq(ledger.purpose, "summary"),
        isNull(ledger.correctsId),
      ),
    )
    .orderBy(desc(ledger.id));
}

/** What the ledger says of a call; null while it is open. */
export async function findCallCost(db: Db, teamId: string, callId: string) {
  const rows = await db
    .select(costColumns)
    .from(ledger)
    .where(and(eq(ledger.teamId, teamId), eq(ledger.id, callId)));
  return rows[0] ?? null;
}
