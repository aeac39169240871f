import { prepareTarget } from "@/lib/completion/target";
import type { Context } from "@/lib/context";
import { AppError, toErrorData } from "@/lib/errors";
import { isShuttingDown } from "@/lib/on-shutdown";
import { requirePermission } from "@/lib/permissions/require-permission";
import { beginReply } from "./begin-reply";
import { executeRun } from "./execute-run";
import { findReply } from "./find-reply";
import type { ReplyInput } from "./reply-input";
import { Run } from "./run";
import { claimedRun, findRun, findRunOfChat, forgetRun, registerRun } from "./runs";
import { toPartCost } from "./to-ui-message";
import { errorChunk } from "./ui-chunks";

/** Starts a reply and returns the run that writes it. The same request again, to whichever replica, returns the same
 *  reply: it never runs twice.
 *  @throws AppError `run_in_progress` while another reply of the chat is being written, `shutting_down`; and as
 *  `beginReply`. */
export async function startReply(context: Context, input: ReplyInput): Promise<Run> {
  requirePermission(context.actor, "chat:use");
  const { teamId, personId } = context.actor;
  if (isShuttingDown()) throw new AppError("shutting_down", {}, { retryable: true, retryAfterMs: 5_000 });
  const running = findRun(context.actor, input.answerId);
  if (running) return claimedRun(running);
  if (findRunOfChat(context.actor, input.chatId)) throw new AppError("run_in_progress");

  const key = { teamId, personId, chatId: input.chatId, answerId: input.answerId };
  const run = new Run(key, {
    parentId: input.message?.id ?? input.parentId,
    status: "streaming",
    createdAt: new Date().toISOString(),
  });
  const claim = Promise.withResolvers<Run>();
  // Before anything is waited for, so that a Stop or a second request that comes meanwhile finds it.
  registerRun(run, claim.promise);
  try {
    const claimed = await claimReply(context, input, run);
    claim.resolve(claimed);
    return claimed;
  } catch (error) {
    claim.reject(error);
    abandonRun(run, error);
    throw error;
  }
}

/** @returns `run`, which has begun, or the one that had begun before. */
async function claimReply(context: Context, input: ReplyInput, run: Run): Promise<Run> {
  const target = prepareTarget(context, { choice: input.choice, purpose: "chat" });
  const begun = await beginReply(context, input);
  if (begun) {
    if (begun.cut) run.know({ continues: begun.cut.cost && toPartCost(begun.cut.cost) });
    void executeRun(context, run, begun, target);
    return run;
  }
  abandonRun(run, new AppError("conflict"));
  const reply = await findReply(context, input.chatId, input.answerId);
  if (!reply) throw new AppError("conflict");
  return reply.run;
}

/** Nothing will write this run: who followed it meanwhile is told why. */
function abandonRun(run: Run, error: unknown): void {
  forgetRun(run);
  if (!run.isOver) run.finish(errorChunk(toErrorData(error)));
}
