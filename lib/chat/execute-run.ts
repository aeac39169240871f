import { updateMessage } from "@/db/queries/messages";
import { inBackground } from "@/lib/background";
import { complete } from "@/lib/completion/complete";
import { Deleted } from "@/lib/completion/stop-reason";
import type { PreparedTarget } from "@/lib/completion/target";
import type { CompletionResult } from "@/lib/completion/types";
import type { Context } from "@/lib/context";
import { AppError, type ErrorData, toErrorData } from "@/lib/errors";
import { log } from "@/lib/log";
import { patiently } from "@/lib/patiently";
import type { BegunReply } from "./begin-reply";
import { keepPartial } from "./keep-partial";
import type { MessageMetadata } from "./message";
import { toPrompt } from "./prompt";
import type { Run } from "./run";
import { forgetRun } from "./runs";
import { titleByQuestion } from "./title-by-question";
import { titleChat } from "./title-chat";
import { errorChunk, finishChunk, metadataChunk } from "./ui-chunks";

/** Writes one reply from first to last. Never rejects: a run belongs to nobody who could catch it. */
export async function executeRun(
  context: Context,
  run: Run,
  begun: BegunReply,
  prepared: PreparedTarget,
): Promise<void> {
  const stopKeeping = keepPartial(context.db, run);
  try {
    const { chatId, answerId } = run.key;
    const result = await complete(
      context,
      {
        purpose: "chat",
        choice: prepared.asked.choice,
        prompt: toPrompt(begun.path),
        chatId,
        messageId: answerId,
        signal: run.signal,
      },
      run,
      prepared,
    );
    await stopKeeping();
    const metadata = endMetadata(run, result);
    await patiently(
      () => keepEnd(context, run, metadata),
      (error) => log().warn({ err: error }, "could not keep an answer yet"),
    );
    run.finish(...closing(metadata));
    if (begun.untitled) giveTitle(context, run, begun, result);
  } catch (error) {
    await stopKeeping();
    await failRun(context, run, error);
    if (begun.untitled) giveTitle(context, run, begun, null);
  } finally {
    forgetRun(run);
  }
}

/** Nothing was sent to a vendor, or the database failed: the question stays, the answer says what happened. */
async function failRun(context: Context, run: Run, cause: unknown): Promise<void> {
  if (!(cause instanceof AppError)) log().error({ err: cause, requestId: context.requestId }, "a run failed");
  const error: ErrorData = toErrorData(cause);
  const metadata: MessageMetadata = { ...run.metadata, status: "failed", error };
  try {
    await keepEnd(context, run, metadata);
  } catch (problem) {
    log().error({ err: problem }, "could not keep how a run ended; the reaper will mark it");
  }
  run.finish(...closing(metadata));
}

/** By a model where one answered; else by the question's first words, so that no chat stays without a name. */
function giveTitle(context: Context, run: Run, begun: BegunReply, result: CompletionResult | null): void {
  if (run.signal.reason instanceof Deleted) return;
  const question = begun.path.at(-1)?.text ?? "";
  const answered = result !== null && (result.outcome === "complete" || result.outcome === "stopped");
  inBackground((shutdown) =>
    answered
      ? titleChat(context, run.key, { question, answeredBy: result.model }, shutdown)
      : titleByQuestion(context, run.key.chatId, question),
  );
}

/** A reader stops at an error, so what is known of the answer goes before it. */
function closing(metadata: MessageMetadata): Uint8Array[] {
  const { error } = metadata;
  return error ? [metadataChunk(metadata), errorChunk(error)] : [finishChunk(metadata)];
}

function endMetadata(run: Run, result: CompletionResult): MessageMetadata {
  const { input, cacheRead, cacheWrite, output, reasoning } = result.usage;
  const reasoningMs = run.reasoningMs;
  return {
    ...run.metadata,
    status: result.outcome,
    model: result.model,
    modelName: result.displayName,
    mode: result.mode,
    ...(reasoningMs === null ? {} : { reasoningMs }),
    cost: result.cost,
    currency: result.currency,
    costStatus: result.costStatus,
    demo: result.demo,
    usage: { input, cacheRead, cacheWrite, output, reasoning },
    ttftMs: result.ttftMs,
    durationMs: result.durationMs,
    ...(result.finishReason === null ? {} : { finishReason: result.finishReason }),
    ...(result.error ? { error: result.error } : {}),
  };
}

async function keepEnd({ db, actor }: Context, run: Run, metadata: MessageMetadata): Promise<void> {
  await updateMessage(db, actor.teamId, run.key.answerId, {
    status: metadata.status,
    text: run.textOf("text"),
    reasoning: run.textOf("reasoning"),
    reasoningMs: run.reasoningMs,
    model: metadata.model ?? null,
    modelName: metadata.modelName ?? null,
    mode: metadata.mode ?? null,
    callId: run.callId,
    finishReason: metadata.finishReason ?? null,
    error: metadata.error ?? null,
    heartbeatAt: null,
  });
}
