import { insertCall } from "@/db/queries/calls";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { type AppError, toErrorData } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { log } from "@/lib/log";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import { requirePermission } from "@/lib/permissions/require-permission";
import { toRateSnapshot } from "@/lib/pricing/rate-snapshot";
import { recordHealth } from "@/lib/providers/record-health";
import { approxTokens } from "./approx-tokens";
import { callOptions } from "./call-options";
import { Deadline } from "./deadline";
import { gatherEvidence } from "./gather-evidence";
import { judgeEnd } from "./judge-end";
import { meter } from "./meter";
import { keepAlive } from "./open-calls";
import { promptText } from "./prompt-text";
import { settle } from "./settle";
import { streamModel } from "./stream-model";
import { chooseTarget, type PreparedTarget, type Target } from "./target";
import type { CompletionRequest, CompletionResult, CompletionSink, CompletionStart } from "./types";

/** The gate: every call to a model, whoever makes it, goes through here and leaves exactly one ledger row.
 *  A vendor's failure is a result, not an exception: it was a call, and it has a row.
 *  @param prepared from `prepareTarget`, for a caller that had something to wait for before it could ask
 *  @throws AppError `forbidden`, `no_model`, `unknown_model`: nothing was sent. */
export async function complete(
  context: Context,
  request: CompletionRequest,
  sink: CompletionSink,
  prepared?: PreparedTarget,
): Promise<CompletionResult> {
  requirePermission(context.actor, "chat:use");
  if (prepared && (prepared.asked.choice !== request.choice || prepared.asked.purpose !== request.purpose)) {
    throw new RangeError("the target was prepared for another request");
  }
  const target = await (prepared ? prepared.target : chooseTarget(context, request));
  const start: CompletionStart = {
    callId: newId(),
    vendor: target.vendor.id,
    model: target.name,
    displayName: target.displayName,
    mode: target.mode,
  };
  const startedAt = new Date();
  await insertOpenCall(context, request, target, start, startedAt);
  const rest = keepAlive(context.db, context.actor.teamId, start.callId);
  try {
    sink.start(start);
    return await callAndSettle(context, request, target, start, startedAt, sink);
  } finally {
    rest();
  }
}

async function insertOpenCall(
  { db, actor }: Context,
  request: CompletionRequest,
  target: Target,
  start: CompletionStart,
  startedAt: Date,
): Promise<void> {
  await insertCall(db, {
    teamId: actor.teamId,
    id: start.callId,
    personId: actor.personId,
    chatId: request.chatId,
    messageId: request.messageId,
    providerId: target.providerId,
    credentialId: target.credential?.id ?? null,
    vendor: target.vendor.id,
    model: target.modelId,
    mode: target.mode,
    purpose: request.purpose,
    rate: target.rate && toRateSnapshot(target.rate),
    inputEstimate: approxTokens(promptText(request.prompt)),
    startedAt,
  });
}

async function callAndSettle(
  { db, actor }: Context,
  request: CompletionRequest,
  target: Target,
  start: CompletionStart,
  startedAt: Date,
  sink: CompletionSink,
): Promise<CompletionResult> {
  const began = performance.now();
  const deadline = new Deadline(deadlines(), start.vendor, request.signal);
  const streamed = await streamModel(
    target.model,
    callOptions(request, target, deadline.signal),
    sink,
    (said) => deadline.progress(said),
  );
  deadline.end();
  const durationMs = Math.round(performance.now() - began);
  const { outcome, error } = judgeEnd(streamed, request.signal, deadline.passed, start);
  const evidence = await gatherEvidence(target, request.prompt, streamed, outcome, error);
  const metered = meter(evidence, target.rate, {
    startedAt,
    endedAt: new Date(startedAt.getTime() + durationMs),
  });
  const ttftMs = streamed.firstTokenAt === null ? null : Math.round(streamed.firstTokenAt - began);
  logEnd(start, outcome, error, durationMs);
  const settlement = { ...metered, outcome, errorCode: error?.code ?? null, ttftMs, durationMs };
  await Promise.all([
    settle(db, actor.teamId, start.callId, settlement),
    target.credential && recordHealth(db, target.credential, { startedAt, outcome, error }),
  ]);
  return {
    ...start,
    outcome,
    error: error && toErrorData(error),
    finishReason: streamed.finishReason,
    usage: metered.usage,
    costStatus: metered.status,
    cost: metered.costPico === null ? null : picoToDecimal(metered.costPico),
    currency: metered.currency,
    demo: target.rate?.demo ?? false,
    ttftMs,
    durationMs,
  };
}

const deadlines = () => ({
  firstTokenMs: env().WYE_FIRST_TOKEN_TIMEOUT_SECONDS * 1000,
  betweenTokensMs: env().WYE_TOKEN_GAP_TIMEOUT_SECONDS * 1000,
});

function logEnd(start: CompletionStart, outcome: string, error: AppError | null, durationMs: number): void {
  const entry = { callId: start.callId, model: start.model, outcome, durationMs };
  if (error) log().warn({ ...entry, code: error.code }, "a model call failed");
  else log().debug(entry, "a model call ended");
}
