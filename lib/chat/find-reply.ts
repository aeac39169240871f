import { findRunOf, listRunningRuns } from "@/db/queries/runs";
import type { Context } from "@/lib/context";
import { mirrorRun } from "./mirrors";
import type { Run } from "./run";
import { claimedRun, findRun, findRunsOfChat } from "./runs";
import { storedRun } from "./stored-run";

/** The run that writes in a chat of this person's, on whichever replica, or null; of a comparison, one of them. */
export async function findReplyOfChat({ db, actor }: Context, chatId: string): Promise<Run | null> {
  const [own] = findRunsOfChat(actor, chatId);
  if (own) return claimedRun(own);
  const [row] = await listRunningRuns(db, actor, chatId);
  return row ? mirrorRun(db, row) : null;
}

/** One reply of this person's, being written or written, or null. Its positions are those of its run; one that ended
 *  long ago has none any more, and is `stored`. */
export async function findReply(
  context: Context,
  chatId: string,
  answerId: string,
): Promise<{ run: Run; stored: boolean } | null> {
  const own = findRun(context.actor, answerId);
  if (own) return own.key.chatId === chatId ? { run: await claimedRun(own), stored: false } : null;
  const row = await findRunOf(context.db, context.actor, answerId);
  if (row) return row.chatId === chatId ? { run: await mirrorRun(context.db, row), stored: false } : null;
  const stored = await storedRun(context, chatId, answerId);
  return stored && { run: stored, stored: true };
}
