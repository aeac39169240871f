import { prepareTarget } from "@/lib/completion/target";
import type { Context } from "@/lib/context";
import { AppError, toErrorData } from "@/lib/errors";
import { isShuttingDown } from "@/lib/on-shutdown";
import { requirePermission } from "@/lib/permissions/require-permission";
import { beginReply } from "./begin-reply";
import { executeRun } from "./execute-run";
import type { ReplyInput } from "./reply-input";
import { Run } from "./run";
import { findRun, findRunOfChat, forgetRun, registerRun } from "./runs";
import { storedRun } from "./stored-run";
import { errorChunk } from "./ui-chunks";

/** Starts a reply and returns the run that writes it. The same request again returns the same reply: it never runs
 *  twice.
 *  @throws AppError `run_in_progress` while another reply of the chat is being written, `shutting_down`; and as
 *  `beginReply`. */
export async function startReply(context: Context, input: ReplyInput): Promise<Run> {
  requirePermission(context.actor, "chat:use");
  const { teamId, personId } = context.actor;
  if (isShuttingDown()) throw new AppError("shutting_down", {}, { retryable: true, retryAfterMs: 5_000 });
  const running = findRun(context.actor, input.answerId);
  if (running) return running;
  if (findRunOfChat(context.actor, input.chatId)) throw new AppError("run_in_progress");

  const key = { teamId, personId, chatId: input.chatId, answerId: input.answerId };
  const run = new Run(key, {
    parentId: input.message?.id ?? input.parentId,
    status: "streaming",
    createdAt: new Date().toISOString(),
  });
  // Before anything is waited for, so that a Stop or a second request that comes meanwhile finds it.
  registerRun(run);
  const target = prepareTarget(context, { choice: input.choice, purpose: "chat" });
  try {
    const begun = await beginReply(context, input);
    if (begun) {
      void executeRun(context, run, begun, target);
      return run;
    }
  } catch (error) {
    abandonRun(run, error);
    throw error;
  }
  const stored = await storedRun(context, input.chatId, input.answerId);
  abandonRun(run, new AppError("conflict"));
  return stored;
}

/** Nothing will write this run: who followed it meanwhile is told why. */
function abandonRun(run: Run, error: unknown): void {
  forgetRun(run);
  run.finish(errorChunk(toErrorData(error)));
}
