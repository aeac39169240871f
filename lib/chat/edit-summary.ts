import type { z } from "zod";
import { findChat } from "@/db/queries/chats";
import { updateSummaryText } from "@/db/queries/summaries";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import { typedText } from "@/lib/typed-text";
import { type ConversationView, getConversation } from "./get-conversation";
import { MessageRef } from "./message-ref";
import { MAX_QUESTION_CHARACTERS } from "./reply-input";

export const SummaryEdit = MessageRef.extend({
  text: typedText().trim().min(1).max(MAX_QUESTION_CHARACTERS),
});
export type SummaryEdit = z.infer<typeof SummaryEdit>;

/** Changes what is sent in the place of the messages that a summary stands for; they stay as they are.
 *  @throws AppError `not_found` unless the chat is this person's and has the summary, complete. */
export async function editSummary(
  context: Context,
  { chatId, messageId, text }: SummaryEdit,
): Promise<ConversationView> {
  requirePermission(context.actor, "chat:use");
  const { db, actor } = context;
  const ref = { teamId: actor.teamId, chatId, messageId };
  const isOwn = (await findChat(db, actor, chatId)) !== null;
  if (!isOwn || !(await updateSummaryText(db, ref, text, new Date()))) throw new AppError("not_found");
  return getConversation(context, chatId);
}
