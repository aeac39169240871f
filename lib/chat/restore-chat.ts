import { setChatDeleted } from "@/db/queries/chats";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";

/** @throws AppError `not_found` unless the chat is this person's and its rows are still there. */
export async function restoreChat(context: Context, chatId: string): Promise<void> {
  requirePermission(context.actor, "chat:use");
  if (!(await setChatDeleted(context.db, context.actor, chatId, false))) throw new AppError("not_found");
}
