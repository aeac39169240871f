import { insertCall, settleCall } from "@/db/queries/calls";
import type { Context } from "@/lib/context";
import type { ErrorCode } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { EMPTY_BUCKETS, type TokenBuckets } from "@/lib/pricing/buckets";
import { priceCall } from "@/lib/pricing/price-call";
import type { Rate } from "@/lib/pricing/rate";
import { toRateSnapshot } from "@/lib/pricing/rate-snapshot";

interface RecordedCall {
  id?: string;
  vendor?: string;
  model?: string;
  at?: Date;
  /** Null: unpriced. */
  rate: Rate | null;
  usage: Partial<TokenBuckets>;
  credentialId?: string;
  serviceTier?: string | null;
  messageId?: string;
  /** With it the call has failed. */
  errorCode?: ErrorCode;
  durationMs?: number;
}

/** Puts a finished call of the context's person into the ledger. @returns its id. */
export async function recordCall(
  { db, actor }: Context,
  {
    id = newId(),
    vendor = "openai",
    model = "m",
    at = new Date(),
    rate,
    usage,
    credentialId,
    serviceTier = null,
    messageId,
    errorCode,
    durationMs = 34,
  }: RecordedCall,
): Promise<string> {
  await insertCall(db, {
    teamId: actor.teamId,
    id,
    personId: actor.personId,
    providerId: newId(),
    vendor,
    model,
    purpose: "chat",
    rate: rate && toRateSnapshot(rate),
    inputEstimate: 1,
    startedAt: at,
    heartbeatAt: at,
    ...(credentialId !== undefined && { credentialId }),
    ...(messageId !== undefined && { messageId }),
  });
  const used = { ...EMPTY_BUCKETS, ...usage };
  const endedAt = new Date(at.getTime() + durationMs);
  const costPico = rate && priceCall(used, rate, { startedAt: at, endedAt, serviceTier });
  await settleCall(db, actor.teamId, id, {
    outcome: errorCode === undefined ? "complete" : "failed",
    errorCode: errorCode ?? null,
    status: costPico === null ? "unpriced" : "exact",
    estimateMethod: null,
    usage: used,
    serviceTier,
    costPico,
    currency: costPico === null ? null : (rate?.currency ?? null),
    ttftMs: 12,
    durationMs,
  });
  return id;
}
