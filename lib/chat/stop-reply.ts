import { setTimeout as sleep } from "node:timers/promises";
import { findRunningRun, requestRunStop } from "@/db/queries/runs";
import { Stopped } from "@/lib/completion/stop-reason";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import { mirrorRun } from "./mirrors";
import { reapRun } from "./reap-runs";
import type { Run } from "./run";
import { claimedRun, findRunOfChat } from "./runs";

const WAIT_MS = 10_000;

/** Stops the reply that is being written in a chat, on whichever replica, and returns once it is kept and accounted
 *  for. @returns false when none was, or when its process did not heed in time. */
export async function stopReply(
  context: Context,
  chatId: string,
  reason: Stopped = new Stopped(),
): Promise<boolean> {
  requirePermission(context.actor, "chat:use");
  const own = findRunOfChat(context.actor, chatId);
  return own && (await isClaimed(own, reason)) ? true : stopElsewhere(context, chatId);
}

/** Stops a run of this process at once, before it is certain that it is the one that writes. @returns whether it was. */
async function isClaimed(own: Run, reason: Stopped): Promise<boolean> {
  const claimed = claimedRun(own);
  own.stop(reason);
  await own.ended;
  return (await claimed.catch(() => null)) === own;
}

async function stopElsewhere({ db, actor }: Context, chatId: string): Promise<boolean> {
  const row = await findRunningRun(db, actor, chatId);
  if (!row) return false;
  if (await reapRun(db, row)) return true;
  const run = await mirrorRun(db, row);
  await requestRunStop(db, row);
  await Promise.race([run.ended, sleep(WAIT_MS, undefined, { ref: false })]);
  return run.isOver;
}
