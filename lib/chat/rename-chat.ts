import { updateChat } from "@/db/queries/chats";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";

/** A name that a person gives stays: no model renames the chat after it.
 *  @throws AppError `not_found` unless the chat is this person's. */
export async function renameChat(context: Context, chatId: string, title: string): Promise<void> {
  requirePermission(context.actor, "chat:use");
  const found = await updateChat(context.db, context.actor, chatId, { title, titleSource: "person" });
  if (!found) throw new AppError("not_found");
}
