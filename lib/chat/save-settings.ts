import { updateChat } from "@/db/queries/chats";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { ChatSettings } from "./chat-settings";

/** What the next answers of a chat are asked for with. @throws AppError `not_found` unless the chat is this person's. */
export async function saveSettings(
  context: Context,
  { chatId, settings }: { chatId: string; settings: ChatSettings },
): Promise<void> {
  requirePermission(context.actor, "chat:use");
  if (!(await updateChat(context.db, context.actor, chatId, { settings }))) throw new AppError("not_found");
}
