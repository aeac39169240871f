import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "../client";
import { costColumns } from "../cost-columns";
import { ledger } from "../schema";

/** Of the calls that have ended. */
export async function listCallCosts(db: Db, teamId: string, callIds: readonly string[]) {
  return db
    .select(costColumns)
    .from(ledger)
    .where(and(eq(ledger.teamId, teamId), inArray(ledger.id, [...callIds])));
}
