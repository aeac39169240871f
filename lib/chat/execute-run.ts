import { endRun } from "@/db/queries/run-ends";
import { inBackground } from "@/lib/background";
import { complete } from "@/lib/completion/complete";
import { isDeleted } from "@/lib/completion/stop-reason";
import type { PreparedTarget } from "@/lib/completion/target";
import type { CompletionResult } from "@/lib/completion/types";
import type { Context } from "@/lib/context";
import { AppError, type ErrorData, toErrorData } from "@/lib/errors";
import { log } from "@/lib/log";
import { patiently } from "@/lib/patiently";
import type { BegunReply } from "./begin-reply";
import { closing } from "./closing";
import type { MessageMetadata } from "./message";
import { toPrompt } from "./prompt";
import { replicaId } from "./replica";
import type { Run } from "./run";
import { RunLog } from "./run-log";
import { hearRun, listenToRuns } from "./run-signals";
import { forgetRun } from "./runs";
import { stopAsAsked } from "./stop-as-asked";
import { titleByQuestion } from "./title-by-question";
import { titleChat } from "./title-chat";

/** Writes one reply from first to last. Never rejects: a run belongs to nobody who could catch it. */
export async function executeRun(
  context: Context,
  run: Run,
  begun: BegunReply,
  prepared: PreparedTarget,
): Promise<void> {
  const { chatId, answerId } = run.key;
  const runLog = new RunLog(context.db, run);
  const stopHearing = hearRun(answerId, (signal) => {
    if (signal === "stop") void stopAsAsked(context.db, run);
  });
  void listenToRuns(context.db);
  try {
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
    const metadata = endMetadata(run, result);
    await patiently(
      () => keepEnd(context, run, runLog, metadata),
      (error) => log().warn({ err: error }, "could not keep an answer yet"),
    );
    run.finish(...closing(metadata));
    if (begun.untitled) giveTitle(context, run, begun, result);
  } catch (error) {
    await failRun(context, run, runLog, error);
    if (begun.untitled) giveTitle(context, run, begun, null);
  } finally {
    stopHearing();
    forgetRun(run);
  }
}

/** Nothing was sent to a vendor, or the database failed: the question stays, the answer says what happened. */
async function failRun(context: Context, run: Run, runLog: RunLog, cause: unknown): Promise<void> {
  if (!(cause instanceof AppError)) log().error({ err: cause, requestId: context.requestId }, "a run failed");
  const error: ErrorData = toErrorData(cause);
  const metadata: MessageMetadata = { ...run.metadata, status: "failed", error };
  try {
    await keepEnd(context, run, runLog, metadata);
  } catch (problem) {
    log().error({ err: problem }, "could not keep how a run ended; the reaper will mark it");
  }
  run.finish(...closing(metadata));
}

/** By a model where one answered; else by the question's first words, so that no chat stays without a name. */
function giveTitle(context: Context, run: Run, begun: BegunReply, result: CompletionResult | null): void {
  if (isDeleted(run.signal.reason)) return;
  const question = begun.path.at(-1)?.text ?? "";
  const answered = result !== null && (result.outcome === "complete" || result.outcome === "stopped");
  inBackground((shutdown) =>
    answered
      ? titleChat(context, run.key, { question, answeredBy: result.model }, shutdown)
      : titleByQuestion(context, run.key.chatId, question),
  );
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

async function keepEnd({ db }: Context, run: Run, runLog: RunLog, metadata: MessageMetadata): Promise<void> {
  const { teamId, answerId } = run.key;
  const [text, reasoning] = [run.textOf("text"), run.textOf("reasoning")];
  const unwritten = await runLog.close();
  await endRun(db, {
    teamId,
    id: answerId,
    replica: replicaId(),
    ...unwritten,
    reply: {
      status: metadata.status,
      text,
      reasoning,
      reasoningMs: run.reasoningMs,
      model: metadata.model ?? null,
      modelName: metadata.modelName ?? null,
      mode: metadata.mode ?? null,
      callId: run.callId,
      finishReason: metadata.finishReason ?? null,
      error: metadata.error ?? null,
    },
  });
}
