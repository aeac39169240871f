import { findChat } from "@/db/queries/chats";
import { unmarkMessageDeleted } from "@/db/queries/messages";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import { deletedForGood } from "./deleted-for-good";
import { type ConversationView, getConversation } from "./get-conversation";
import type { MessageRef } from "./message-ref";

/** Takes `deleteMessage` back.
 *  @throws AppError `not_found` unless the chat is this person's and still has what the message said. */
export async function restoreMessage(context: Context, ref: MessageRef): Promise<ConversationView> {
  requirePermission(context.actor, "chat:use");
  const { db, actor } = context;
  if (!(await findChat(db, actor, ref.chatId))) throw new AppError("not_found");
  const restored = await unmarkMessageDeleted(
    db,
    { teamId: actor.teamId, ...ref },
    deletedForGood(new Date()),
  );
  if (!restored) throw new AppError("not_found");
  return getConversation(context, ref.chatId, { near: ref.messageId });
}
