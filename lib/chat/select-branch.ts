import { findChat, updateChat } from "@/db/queries/chats";
import { listTree } from "@/db/queries/messages";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import { type ConversationView, getConversation } from "./get-conversation";
import type { MessageRef } from "./message-ref";
import { branchEnd } from "./tree";

/** Leads the active path through a message, to where something was last said under it. The chat remembers it.
 *  @throws AppError `not_found` unless the chat is this person's and shows the message. */
export async function selectBranch(
  context: Context,
  { chatId, messageId }: MessageRef,
): Promise<ConversationView> {
  requirePermission(context.actor, "chat:use");
  const { db, actor } = context;
  if (!(await findChat(db, actor, chatId))) throw new AppError("not_found");
  const activeLeafId = branchEnd(await listTree(db, actor.teamId, chatId), messageId);
  if (activeLeafId === null) throw new AppError("not_found");
  await updateChat(db, actor, chatId, { activeLeafId });
  return getConversation(context, chatId, { near: messageId });
}
