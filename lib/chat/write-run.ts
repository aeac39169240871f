import { endRun } from "@/db/queries/run-ends";
import type { CompletionResult } from "@/lib/completion/types";
import type { Context } from "@/lib/context";
import { AppError, type ErrorData, toErrorData } from "@/lib/errors";
import { log } from "@/lib/log";
import { A_MOMENT_MS, MINUTES_MS, patiently } from "@/lib/patiently";
import { replicaId } from "@/lib/replica-id";
import { closing } from "./closing";
import type { MessageMetadata } from "./message";
import type { Run } from "./run";
import { RunLog } from "./run-log";
import { hearRun, listenToRuns } from "./run-signals";
import { forgetRun } from "./runs";
import { stopAsAsked } from "./stop-as-asked";

/** Keeps what a run says while `write` has a model say it, and how it ends. Never rejects: a run belongs to nobody who
 *  could catch it.
 *  @param onEnd called once the run is over, with null when nothing was sent to a vendor */
export async function writeRun(
  context: Context,
  run: Run,
  write: () => Promise<CompletionResult>,
  onEnd: (result: CompletionResult | null) => void = () => undefined,
): Promise<void> {
  const runLog = new RunLog(context.db, run);
  const stopHearing = hearRun({ teamId: run.key.teamId, id: run.key.answerId }, (signal) => {
    if (signal === "stop") void stopAsAsked(context.db, run);
  });
  void listenToRuns(context.db);
  const result = await resultOf(context, write);
  const isAnswer = "outcome" in result;
  const metadata = isAnswer ? endMetadata(run, result) : failedMetadata(run, result);
  try {
    await patiently(
      () => keepEnd(context, run, runLog, metadata),
      (error) => log().warn({ err: error }, "could not keep an answer yet"),
      // An answer is there in this process alone until then; who waits to hear that there is none is told soon.
      isAnswer ? MINUTES_MS : A_MOMENT_MS,
    );
    run.finish(...closing(metadata));
  } catch (problem) {
    log().error({ err: problem }, "could not keep how a run ended; the reaper will mark it");
    run.finish(...closing(isAnswer ? failedMetadata(run, toErrorData(problem)) : metadata));
  } finally {
    stopHearing();
    forgetRun(run);
  }
  onEnd(isAnswer ? result : null);
}

/** Without a result nothing was sent to a vendor, or the database failed: the question stays, the answer says what
 *  happened. */
async function resultOf(
  context: Context,
  write: () => Promise<CompletionResult>,
): Promise<CompletionResult | ErrorData> {
  try {
    return await write();
  } catch (cause) {
    if (!(cause instanceof AppError))
      log().error({ err: cause, requestId: context.requestId }, "a run failed");
    return toErrorData(cause);
  }
}

const failedMetadata = (run: Run, error: ErrorData): MessageMetadata => ({
  ...run.metadata,
  status: "failed",
  error,
});

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
