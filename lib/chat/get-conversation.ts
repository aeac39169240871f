import { findChat } from "@/db/queries/chats";
import { listMessages, type MessageWithCost } from "@/db/queries/messages";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { Choice } from "@/lib/router/choice";
import type { WyeMessage } from "./message";
import { saidSoFar } from "./said-so-far";
import { toUiMessage } from "./to-ui-message";
import { activePath, type Siblings, siblingsOf } from "./tree";
import { withPartCosts } from "./with-part-costs";

/** What of a chat is shown, and where it could be another way. */
export interface ConversationView {
  /** The active path, oldest first; each names the message before it as its parent. */
  messages: WyeMessage[];
  siblings: Siblings;
}

export interface ConversationData extends ConversationView {
  id: string;
  title: string | null;
  choice: Choice;
  /** Whether the last answer of the path is being written and can be followed. */
  streaming: boolean;
  /** The chat that this one was copied from, while the person has it. */
  forkedFrom: { id: string; title: string | null } | null;
}

/** @throws AppError `not_found` unless the chat is this person's. */
export async function getConversation(context: Context, chatId: string): Promise<ConversationData> {
  requirePermission(context.actor, "chat:use");
  const chat = await findChat(context.db, context.actor, chatId);
  if (!chat) throw new AppError("not_found");
  const rows = await listMessages(context.db, chat.teamId, chatId);
  const nodes = rows.map((row) => ({
    id: row.message.id,
    parentId: row.message.parentId,
    deleted: row.message.deletedAt !== null,
    row,
  }));
  const path = activePath(nodes, chat.activeLeafId);
  const source = chat.forkedFromChatId;
  const from = source === null ? null : await findChat(context.db, context.actor, source);
  return {
    id: chat.id,
    title: chat.title,
    choice: chat.choice,
    messages: await Promise.all(path.map((shown) => toShownMessage(context, shown))),
    siblings: siblingsOf(nodes, path),
    streaming: path.at(-1)?.node.row.message.status === "streaming",
    forkedFrom: from && { id: from.id, title: from.title },
  };
}

async function toShownMessage(
  context: Context,
  { node, parentId }: { node: { row: MessageWithCost }; parentId: string | null },
): Promise<WyeMessage> {
  const row = await withPartCosts(context, await saidSoFar(context, node.row));
  return toUiMessage({ ...row, message: { ...row.message, parentId } });
}
