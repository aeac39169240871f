import { and, eq, inArray, lt, sql } from "drizzle-orm";
import type { CostStatus, Outcome } from "@/lib/completion/types";
import { BUCKETS, type TokenBuckets } from "@/lib/pricing/buckets";
import type { Db } from "../client";
import { call } from "../schema";

export type CallRow = typeof call.$inferSelect;

export async function insertCall(db: Db, row: typeof call.$inferInsert): Promise<void> {
  await db.insert(call).values(row);
}

export interface Settlement {
  outcome: Outcome;
  errorCode: string | null;
  status: CostStatus;
  estimateMethod: string | null;
  usage: TokenBuckets;
  costPico: bigint | null;
  currency: string | null;
  ttftMs: number | null;
  durationMs: number;
}

/** Writes the ledger row and removes the open call, at once. @returns false when that was done before. */
export async function settleCall(db: Db, teamId: string, callId: string, s: Settlement): Promise<boolean> {
  const buckets = `{${BUCKETS.map((bucket) => s.usage[bucket]).join(",")}}`;
  const rows = await db.execute<{ settled: boolean }>(sql`
    select settle_call(${teamId}::uuid, ${callId}::uuid, ${s.outcome}, ${s.errorCode}, ${s.status},
      ${s.estimateMethod}, ${buckets}::bigint[], ${s.costPico?.toString() ?? null}::numeric, ${s.currency},
      ${s.ttftMs}::integer, ${s.durationMs}::integer) as settled`);
  return rows[0]?.settled ?? false;
}

/** Says that the process that makes these calls lives. */
export async function touchCalls(db: Db, teamId: string, callIds: string[]): Promise<void> {
  await db
    .update(call)
    .set({ heartbeatAt: sql`now()` })
    .where(and(eq(call.teamId, teamId), inArray(call.id, callIds)));
}

/** Calls that nobody has spoken for in `silentSeconds` of the database's clock, which all processes share; oldest
 *  first. */
export async function listDeadCalls(db: Db, silentSeconds: number, limit: number): Promise<CallRow[]> {
  return db
    .select()
    .from(call)
    .where(lt(call.heartbeatAt, sql`now() - make_interval(secs => ${silentSeconds})`))
    .orderBy(call.heartbeatAt)
    .limit(limit);
}
