import { findChat } from "@/db/queries/chats";
import { listTree, markMessageDeleted } from "@/db/queries/messages";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import { type ConversationView, getConversation } from "./get-conversation";
import type { MessageRef } from "./message-ref";

/** Hides one message and no other: what followed it follows the message before it. Nothing else changes, so that
 *  `restoreMessage` brings back exactly what was. Its cost stays in the ledger for ever.
 *  @throws AppError `not_found` unless the chat is this person's and has the message; `run_in_progress` while the
 *  message is being written. */
export async function deleteMessage(context: Context, ref: MessageRef): Promise<ConversationView> {
  requirePermission(context.actor, "chat:use");
  const { db, actor } = context;
  if (!(await findChat(db, actor, ref.chatId))) throw new AppError("not_found");
  if (!(await markMessageDeleted(db, { teamId: actor.teamId, ...ref }))) {
    const nodes = await listTree(db, actor.teamId, ref.chatId);
    throw new AppError(nodes.some(({ id }) => id === ref.messageId) ? "run_in_progress" : "not_found");
  }
  return getConversation(context, ref.chatId, { near: ref.messageId });
}
