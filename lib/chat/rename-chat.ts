import { setChatTitle } from "@/db/queries/chats";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";

/** A name that a person gives stays: no model renames the chat after it. A chat that was deleted meanwhile is named
 *  all the same: it may be brought back.
 *  @throws AppError `not_found` unless the chat is this person's. */
export async function renameChat(context: Context, chatId: string, title: string): Promise<void> {
  requirePermission(context.actor, "chat:use");
  const found = await setChatTitle(context.db, context.actor, chatId, title);
  if (!found) throw new AppError("not_found");
}
