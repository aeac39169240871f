import type { Context } from "@/lib/context";
import { AppError, toErrorData } from "@/lib/errors";
import { isShuttingDown } from "@/lib/on-shutdown";
import { requireStandingTeam } from "@/lib/permissions/require-standing-team";
import { findReply } from "./find-reply";
import type { MessageMetadata } from "./message";
import { Run } from "./run";
import { claimedRun, findRun, findRunsOfChat, forgetRun, registerRun } from "./runs";
import { errorChunk } from "./ui-chunks";

interface Place {
  chatId: string;
  /** Of the message that the run writes. */
  answerId: string;
  parentId: string | null;
  /** Of the comparison that the message belongs to. */
  comparisonId?: string | undefined;
}

/** Claims a run in the database. @returns how to have it write, or null when it was claimed before. */
type Claim = (run: Run) => Promise<(() => void) | null>;

/** Starts a run and returns it. The same request again, to whichever replica, returns the same run: nothing is ever
 *  written twice.
 *  @throws AppError `run_in_progress` while something else is being written in the chat that it is not compared with,
 *  `shutting_down`, `team_ending`; and as
 *  `claim` does. */
export async function startRun(
  context: Context,
  { chatId, answerId, parentId, comparisonId }: Place,
  known: Partial<MessageMetadata>,
  claim: Claim,
): Promise<Run> {
  const { teamId, personId } = context.actor;
  requireStandingTeam(context.actor);
  if (isShuttingDown()) throw new AppError("shutting_down", {}, { retryable: true, retryAfterMs: 5_000 });
  const running = findRun(context.actor, answerId);
  if (running) return claimedRun(running);
  const isCompared = ({ key }: Run) => comparisonId !== undefined && key.comparisonId === comparisonId;
  if (!findRunsOfChat(context.actor, chatId).every(isCompared)) throw new AppError("run_in_progress");

  const run = new Run(
    { teamId, personId, chatId, answerId, ...(comparisonId !== undefined && { comparisonId }) },
    { parentId, status: "streaming", createdAt: new Date().toISOString(), ...known },
  );
  const claiming = Promise.withResolvers<Run>();
  // Before anything is waited for, so that a Stop or a second request that comes meanwhile finds it.
  registerRun(run, claiming.promise);
  try {
    const begin = await claim(run);
    begin?.();
    const claimed = begin ? run : await claimedBefore(context, run);
    claiming.resolve(claimed);
    return claimed;
  } catch (error) {
    claiming.reject(error);
    abandonRun(run, error);
    throw error;
  }
}

/** The run that `run` is a repetition of. */
async function claimedBefore(context: Context, run: Run): Promise<Run> {
  abandonRun(run, new AppError("conflict"));
  const reply = await findReply(context, run.key.chatId, run.key.answerId);
  if (!reply) throw new AppError("conflict");
  return reply.run;
}

/** Nothing will write this run: who followed it meanwhile is told why. */
function abandonRun(run: Run, error: unknown): void {
  forgetRun(run);
  if (!run.isOver) run.finish(errorChunk(toErrorData(error)));
}
