import { updateMessage } from "@/db/queries/messages";
import { inBackground } from "@/lib/background";
import { complete } from "@/lib/completion/complete";
import type { Target } from "@/lib/completion/target";
import type { CompletionResult } from "@/lib/completion/types";
import type { Context } from "@/lib/context";
import { AppError, type ErrorData, toErrorData } from "@/lib/errors";
import { log } from "@/lib/log";
import type { Choice } from "@/lib/router/choice";
import type { BegunReply } from "./begin-reply";
import { keepPartial } from "./keep-partial";
import type { MessageMetadata } from "./message";
import { toPrompt } from "./prompt";
import type { Run } from "./run";
import { forgetRun } from "./runs";
import { titleChat } from "./title-chat";
import { errorChunk, finishChunk, metadataChunk } from "./ui-chunks";

/** Writes one reply from first to last. Never rejects: a run belongs to nobody who could catch it. */
export async function executeRun(
  context: Context,
  run: Run,
  begun: BegunReply,
  choice: Choice,
  target: Promise<Target>,
): Promise<void> {
  const stopKeeping = keepPartial(context.db, run);
  try {
    const { chatId, answerId } = run.key;
    const result = await complete(
      context,
      {
        purpose: "chat",
        choice,
        prompt: toPrompt(begun.path),
        chatId,
        messageId: answerId,
        signal: run.signal,
      },
      run,
      target,
    );
    await stopKeeping();
    const metadata = endMetadata(run, result);
    await keepEnd(context, run, metadata, result.callId);
    run.finish(...closing(metadata));
    if (begun.untitled && result.outcome !== "failed") {
      const material = { question: begun.path.at(-1)?.text ?? "", answeredBy: result.model };
      inBackground((shutdown) => titleChat(context, run.key, material, shutdown));
    }
  } catch (error) {
    await stopKeeping();
    await failRun(context, run, error);
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
    await keepEnd(context, run, metadata, null);
  } catch (problem) {
    log().error({ err: problem }, "could not keep how a run ended; the reaper will mark it");
  }
  run.finish(...closing(metadata));
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
    ...(result.error ? { error: result.error } : {}),
  };
}

async function keepEnd(
  { db, actor }: Context,
  run: Run,
  metadata: MessageMetadata,
  callId: string | null,
): Promise<void> {
  await updateMessage(db, actor.teamId, run.key.answerId, {
    status: metadata.status,
    text: run.textOf("text"),
    reasoning: run.textOf("reasoning"),
    reasoningMs: run.reasoningMs,
    model: metadata.model ?? null,
    modelName: metadata.modelName ?? null,
    mode: metadata.mode ?? null,
    callId,
    error: metadata.error ?? null,
    heartbeatAt: null,
  });
}
