import { updateChat } from "@/db/queries/chats";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { Choice } from "@/lib/router/choice";

/** Remembers what the next question of a chat is answered by.
 *  @throws AppError `not_found` unless the chat is this person's. */
export async function chooseForChat(context: Context, chatId: string, choice: Choice): Promise<void> {
  requirePermission(context.actor, "chat:use");
  if (!(await updateChat(context.db, context.actor, chatId, { choice }))) throw new AppError("not_found");
}
