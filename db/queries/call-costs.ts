import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "../client";
import { costColumns } from "../cost-columns";
import { ledger } from "../schema";

/** Of the calls that have ended. */
export async function listCallCosts(db: Db, teamId: string, callIds: readonly string[]) {
  return db
    .select({
      callId: ledger.id,
      ...costColumns,
      /** The tokens are the vendor's own count. */
      isReported: sql<boolean>`${ledger.estimateMethod} is null`,
    })
    .from(ledger)
    .where(and(eq(ledger.teamId, teamId), inArray(ledger.id, [...callIds])));
}
