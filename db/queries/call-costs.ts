import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "../client";
import { ledger } from "../schema";

/** What a page says of a call's cost. */
export const costColumns = {
  // First, because it is never null: by its first column drizzle tells a joined row from none.
  costStatus: ledger.status,
  costPico: ledger.costPico,
  currency: ledger.currency,
  demo: ledger.demo,
  ttftMs: ledger.ttftMs,
  durationMs: ledger.durationMs,
  inputTokens: ledger.inputTokens,
  cacheReadTokens: ledger.cacheReadTokens,
  cacheWriteTokens: ledger.cacheWriteTokens,
  outputTokens: ledger.outputTokens,
  reasoningTokens: ledger.reasoningTokens,
};

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
