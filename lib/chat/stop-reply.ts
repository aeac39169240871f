import { setTimeout as sleep } from "node:timers/promises";
import { listRunningRuns, type RunRow, requestRunStop } from "@/db/queries/runs";
import { Stopped } from "@/lib/completion/stop-reason";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import { mirrorRun } from "./mirrors";
import { reapRun } from "./reap-runs";
import type { Run } from "./run";
import { claimedRun, findRunsOfChat } from "./runs";

const WAIT_MS = 10_000;

interface Which {
  /** Only this answer; without it, whatever is being written. */
  answerId?: string | undefined;
  reason?: Stopped;
}

/** Stops the reply that is being written in a chat, or all that are compared, on whichever replica, and returns once
 *  they are kept and accounted for. @returns false when none was, or when a process did not heed in time. */
export async function stopReply(
  context: Context,
  chatId: string,
  { answerId, reason = new Stopped() }: Which = {},
): Promise<boolean> {
  requirePermission(context.actor, "chat:use");
  const isMeant = (id: string): boolean => answerId === undefined || answerId === id;
  const here = findRunsOfChat(context.actor, chatId);
  const meant = here.filter(({ key }) => isMeant(key.answerId));
  const claimed = await Promise.all(meant.map((run) => isClaimed(run, reason)));
  const isAlone = here.some(({ key }) => key.comparisonId === undefined);
  // Nothing is written elsewhere but what is compared with one that is written here.
  if (!claimed.includes(false) && (isAlone || (answerId !== undefined && claimed.length > 0)))
    return claimed.length > 0;
  const rows = await listRunningRuns(context.db, context.actor, chatId);
  const elsewhere = rows.filter(({ id }) => isMeant(id));
  const stopped = await Promise.all(elsewhere.map((row) => stopElsewhere(context, row)));
  return !stopped.includes(false) && (claimed.includes(true) || stopped.length > 0);
}

/** Stops a run of this process at once, before it is certain that it is the one that writes. @returns whether it was. */
async function isClaimed(own: Run, reason: Stopped): Promise<boolean> {
  const claimed = claimedRun(own);
  own.stop(reason);
  await own.ended;
  return (await claimed.catch(() => null)) === own;
}

async function stopElsewhere({ db }: Context, row: RunRow): Promise<boolean> {
  if (await reapRun(db, row)) return true;
  const run = await mirrorRun(db, row);
  // Who waits for the end counts as a reader: a mirror without any is let go.
  const leave = run.follow({ write: () => undefined, end: () => undefined });
  await requestRunStop(db, row);
  await Promise.race([run.ended, sleep(WAIT_MS, undefined, { ref: false })]);
  leave();
  return run.isOver;
}
