import { type CallDecision, insertCall } from "@/db/queries/calls";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { type AppError, toErrorData } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { log } from "@/lib/log";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import { toRateSnapshot } from "@/lib/pricing/rate-snapshot";
import { noteHeadroom, takeHeadroom } from "@/lib/providers/note-headroom";
import { recordHealth } from "@/lib/providers/record-health";
import type { DecisionSummary } from "@/lib/router/decision-summary";
import { callOptions } from "./call-options";
import { Deadline } from "./deadline";
import { gatherEvidence } from "./gather-evidence";
import { judgeEnd } from "./judge-end";
import { meter } from "./meter";
import { keepAlive } from "./open-calls";
import { ownCall } from "./own-call";
import { passThrough } from "./pass-through";
import type { Patience } from "./patience";
import { settle } from "./settle";
import { type StreamListener, streamModel } from "./stream-model";
import type { Target } from "./target";
import type { CompletionRequest, CompletionResult, CompletionSink, CompletionStart } from "./types";

/** What one call of an answer goes with, besides its target. */
export interface CallTerms {
  promptTokens: number;
  patience: Patience;
  decision: CallDecision | null;
  summary: DecisionSummary | null;
  /** What it is expected to take of its key's allowance. */
  tokens: number;
  /** Whether it is the probe of its key's circuit. */
  probing: boolean;
}

export interface EndedCall {
  result: Omit<CompletionResult, "route">;
  error: AppError | null;
  /** Whether a word of it was passed on. */
  said: boolean;
}

/** One call to a vendor, which leaves exactly one ledger row. */
export async function callOnce(
  context: Context,
  request: CompletionRequest,
  target: Target,
  terms: CallTerms,
  sink: CompletionSink,
): Promise<EndedCall> {
  const start: CompletionStart = {
    callId: newId(),
    vendor: target.vendor.id,
    model: target.name,
    displayName: target.displayName,
    mode: target.mode,
    decision: terms.summary,
  };
  const startedAt = new Date();
  await insertOpenCall(context, request, target, terms, start, startedAt);
  const rest = keepAlive(context.db, context.actor.teamId, start.callId);
  try {
    sink.start(start, decisionIdOf(terms.decision));
    return await callAndSettle(context, request, target, terms, start, startedAt, sink);
  } finally {
    rest();
  }
}

async function insertOpenCall(
  { db, actor, key }: Context,
  request: CompletionRequest,
  target: Target,
  { promptTokens, decision }: CallTerms,
  start: CompletionStart,
  startedAt: Date,
): Promise<void> {
  const row = {
    teamId: actor.teamId,
    id: start.callId,
    personId: actor.personId,
    chatId: request.chatId,
    messageId: request.messageId,
    providerId: target.providerId,
    credentialId: target.credential?.id ?? null,
    keyId: key?.id ?? null,
    vendor: target.vendor.id,
    model: target.modelId,
    mode: target.mode,
    purpose: request.purpose,
    rate: target.rate && toRateSnapshot(target.rate),
    inputEstimate: promptTokens,
    startedAt,
  };
  await insertCall(db, row, decision);
}

async function callAndSettle(
  { db, actor }: Context,
  request: CompletionRequest,
  target: Target,
  terms: CallTerms,
  start: CompletionStart,
  startedAt: Date,
  sink: CompletionSink,
): Promise<EndedCall> {
  const { credential } = target;
  if (credential) takeHeadroom(credential.id, terms.tokens, startedAt);
  const began = performance.now();
  const betweenTokensMs = env().WYE_TOKEN_GAP_TIMEOUT_SECONDS * 1000;
  const limits = { ...terms.patience, betweenTokensMs };
  const deadline = new Deadline(limits, start.vendor, request.signal);
  const listener: StreamListener = {
    progress: (said) => deadline.progress(said),
    headers: (headers) => credential && noteHeadroom(credential.id, headers, new Date()),
  };
  const { own: address, model } = target;
  const own = request.program?.own;
  const streamed =
    address && own
      ? await passThrough(ownCall(request, own, target, address, deadline.signal), sink, listener)
      : await streamModel(model, callOptions(request, target, deadline.signal), sink, listener);
  deadline.end();
  const durationMs = Math.round(performance.now() - began);
  const { outcome, error } = judgeEnd(streamed, request.signal, deadline.passed, start);
  const evidence = await gatherEvidence(target, request, streamed, outcome, error);
  const metered = meter(evidence, target.rate, {
    startedAt,
    endedAt: new Date(startedAt.getTime() + durationMs),
  });
  const ttftMs = streamed.firstTokenAt === null ? null : Math.round(streamed.firstTokenAt - began);
  logEnd(start, outcome, error, durationMs);
  const settlement = { ...metered, outcome, errorCode: error?.code ?? null, ttftMs, durationMs };
  await Promise.all([
    settle(db, actor.teamId, start.callId, settlement),
    credential && recordHealth(db, credential, { startedAt, outcome, error, probing: terms.probing }),
  ]);
  const result = {
    ...start,
    outcome,
    error: error && toErrorData(error),
    retryAfterMs: error?.retryAfterMs ?? null,
    finishReason: streamed.finishReason,
    usage: metered.usage,
    costStatus: metered.status,
    cost: metered.costPico === null ? null : picoToDecimal(metered.costPico),
    currency: metered.currency,
    demo: target.rate?.demo ?? false,
    ttftMs,
    durationMs,
  };
  return { result, error, said: streamed.firstTokenAt !== null };
}

function decisionIdOf(decision: CallDecision | null): string | null {
  if (decision === null) return null;
  return "goOn" in decision ? decision.goOn.decisionId : decision.decide.id;
}

function logEnd(start: CompletionStart, outcome: string, error: AppError | null, durationMs: number): void {
  const entry = { callId: start.callId, model: start.model, outcome, durationMs };
  if (error) log().warn({ ...entry, code: error.code }, "a model call failed");
  else log().debug(entry, "a model call ended");
}
