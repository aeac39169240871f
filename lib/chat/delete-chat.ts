import { setChatDeleted } from "@/db/queries/chats";
import { Deleted } from "@/lib/completion/stop-reason";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import { stopReply } from "./stop-reply";

/** Hides a chat; `restoreChat` undoes it until a job removes the rows. Its cost stays in the ledger for ever. From
 *  then on no reply begins in it, and the one that is being written is stopped.
 *  @throws AppError `not_found` unless the chat is this person's. */
export async function deleteChat(context: Context, chatId: string): Promise<void> {
  requirePermission(context.actor, "chat:use");
  if (!(await setChatDeleted(context.db, context.actor, chatId, true))) throw new AppError("not_found");
  await stopReply(context, chatId, { reason: new Deleted() });
}
