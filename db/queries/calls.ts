import { and, eq, inArray, lt, notExists, sql } from "drizzle-orm";
import type { CostStatus, Outcome } from "@/lib/completion/types";
import { BUCKETS, type TokenBuckets } from "@/lib/pricing/buckets";
import type { Db } from "../client";
import { prepared } from "../prepared";
import { call, run } from "../schema";
import { type NewDecision, newDecision, nextCallOfDecision } from "./decisions";

export type CallRow = typeof call.$inferSelect;

/** How a call came about, if a decision is kept of it: it is the first that was decided, or one more after others
 *  failed. */
export type CallDecision = { decide: NewDecision } | { goOn: { decisionId: string; hops: number } };

/** Opens a call, and writes the decision that it comes of, in one statement. */
export async function insertCall(
  db: Db,
  row: typeof call.$inferInsert,
  decision: CallDecision | null = null,
): Promise<void> {
  const {
    chatId = null,
    messageId = null,
    credentialId = null,
    keyId = null,
    mode = null,
    rate = null,
    heartbeatAt,
  } = row;
  const values = {
    ...row,
    chatId,
    messageId,
    credentialId,
    keyId,
    mode,
    rate,
    heartbeatAt: heartbeatAt?.toISOString() ?? null,
  };
  if (decision === null) await insertStatement(db).execute(values);
  else if ("goOn" in decision) await goOnStatement(db).execute({ ...values, ...decision.goOn });
  else await decideStatement(db).execute({ ...values, ...decisionParameters(decision.decide) });
}

/** The columns that both tables have are the call's. */
const decisionParameters = ({ id, mode, provider, model, ...decided }: NewDecision) => ({
  ...decided,
  decisionId: id,
  decidedMode: mode,
  decidedProvider: provider,
  decidedModel: model,
});

const callValues = {
  teamId: sql.placeholder("teamId"),
  id: sql.placeholder("id"),
  personId: sql.placeholder("personId"),
  chatId: sql.placeholder("chatId"),
  messageId: sql.placeholder("messageId"),
  providerId: sql.placeholder("providerId"),
  credentialId: sql.placeholder("credentialId"),
  keyId: sql.placeholder("keyId"),
  vendor: sql.placeholder("vendor"),
  model: sql.placeholder("model"),
  mode: sql.placeholder("mode"),
  purpose: sql.placeholder("purpose"),
  rate: sql.placeholder("rate"),
  inputEstimate: sql.placeholder("inputEstimate"),
  startedAt: sql.placeholder("startedAt"),
  heartbeatAt: sql`coalesce(${sql.placeholder("heartbeatAt")}::timestamptz, now())`,
};

const insertStatement = prepared((db) => db.insert(call).values(callValues).prepare("insert_call"));
const decideStatement = prepared((db) =>
  db.with(newDecision(db)).insert(call).values(callValues).prepare("insert_call_and_decision"),
);
const goOnStatement = prepared((db) =>
  db.with(nextCallOfDecision(db)).insert(call).values(callValues).prepare("insert_next_call"),
);

export interface Settlement {
  outcome: Outcome;
  errorCode: string | null;
  status: CostStatus;
  estimateMethod: string | null;
  serviceTier: string | null;
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
      ${s.estimateMethod}, ${s.serviceTier}, ${buckets}::bigint[], ${s.costPico?.toString() ?? null}::numeric,
      ${s.currency}, ${s.ttftMs}::integer, ${s.durationMs}::integer) as settled`);
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
 *  first. A call whose run has not ended waits for it: what the run said is in its message then. */
export async function listDeadCalls(db: Db, silentSeconds: number, limit: number): Promise<CallRow[]> {
  const writing = db
    .select({ one: sql`1` })
    .from(run)
    .where(and(eq(run.teamId, call.teamId), eq(run.id, call.messageId), eq(run.state, "running")));
  const silent = lt(call.heartbeatAt, sql`now() - make_interval(secs => ${silentSeconds})`);
  return db
    .select()
    .from(call)
    .where(and(silent, notExists(writing)))
    .orderBy(call.heartbeatAt)
    .limit(limit);
}
