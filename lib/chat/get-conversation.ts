import { findChat } from "@/db/queries/chats";
import { listMessages } from "@/db/queries/messages";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { Choice } from "@/lib/router/choice";
import { activePath } from "./active-path";
import type { WyeMessage } from "./message";
import { saidSoFar } from "./said-so-far";
import { toUiMessage } from "./to-ui-message";

export interface ConversationData {
  id: string;
  title: string | null;
  choice: Choice;
  /** The active path, oldest first. */
  messages: WyeMessage[];
  /** Whether a reply is being written and can be followed. */
  streaming: boolean;
}

/** @throws AppError `not_found` unless the chat is this person's. */
export async function getConversation(context: Context, chatId: string): Promise<ConversationData> {
  requirePermission(context.actor, "chat:use");
  const chat = await findChat(context.db, context.actor, chatId);
  if (!chat) throw new AppError("not_found");
  const rows = await listMessages(context.db, chat.teamId, chatId);
  const path = activePath(
    rows.map((row) => ({ id: row.message.id, parentId: row.message.parentId, row })),
    chat.activeLeafId,
  );
  return {
    id: chat.id,
    title: chat.title,
    choice: chat.choice,
    messages: await Promise.all(path.map(async ({ row }) => toUiMessage(await saidSoFar(context, row)))),
    streaming: rows.some(({ message }) => message.status === "streaming"),
  };
}
