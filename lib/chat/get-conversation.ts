import { type ChatRow, findChat } from "@/db/queries/chats";
import { listTree } from "@/db/queries/messages";
import { isHeld } from "@/db/queries/standing-holds";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { Choice } from "@/lib/router/choice";
import type { ChatSettings } from "./chat-settings";
import { type ChatPath, type MessagePage, pathPage, WITHOUT_LIMIT } from "./path-page";
import { activePath, nearestShown } from "./tree";

/** What of a chat is shown: the end of its active path. Of what comes before, `getMessagePage` has the pages. */
export interface ConversationView extends MessagePage {
  /** What lies about the message that was asked for, where the end does not reach it. */
  around: MessagePage | null;
}

export interface ConversationData extends ConversationView {
  id: string;
  title: string | null;
  choice: Choice;
  settings: ChatSettings;
  /** Whether the last answer of the path is being written and can be followed. */
  streaming: boolean;
  /** The chat that this one was copied from, while the person has it. */
  forkedFrom: { id: string; title: string | null } | null;
  /** Of a chat that leaves nothing but its cost: whether a legal hold has it kept all the same. Null of any other. */
  temporary: { held: boolean } | null;
}

interface Options {
  /** Also what lies about this message, or about the place that it had before it was deleted. */
  near?: string;
  /** All of the path, however long. */
  whole?: boolean;
}

/** @throws AppError `not_found` unless the chat is this person's. */
export async function getConversation(
  context: Context,
  chatId: string,
  { near, whole = false }: Options = {},
): Promise<ConversationData> {
  requirePermission(context.actor, "chat:use");
  const chat = await findChat(context.db, context.actor, chatId);
  if (!chat) throw new AppError("not_found");
  const nodes = await listTree(context.db, chat.teamId, chatId);
  const shown: ChatPath = { nodes, path: activePath(nodes, chat.activeLeafId) };
  const last = shown.path.length - 1;
  const end = await pathPage(
    context,
    shown,
    { at: last, low: 0, high: last },
    whole ? WITHOUT_LIMIT : undefined,
  );
  return {
    id: chat.id,
    title: chat.title,
    choice: chat.choice,
    settings: chat.settings,
    ...end,
    around: near === undefined ? null : await pageAround(context, shown, near, end),
    streaming: end.messages.at(-1)?.metadata?.status === "streaming",
    forkedFrom: await findSource(context, chat),
    temporary: chat.temporary ? { held: await isHeld(context.db, { ...chat, chatId }) } : null,
  };
}

async function pageAround(
  context: Context,
  shown: ChatPath,
  near: string,
  end: MessagePage,
): Promise<MessagePage | null> {
  const id = nearestShown(shown.nodes, near);
  const at = Math.max(
    0,
    shown.path.findIndex(({ node }) => node.id === id),
  );
  const endsAt = end.messages[0]?.metadata?.position ?? 0;
  return at < endsAt ? pathPage(context, shown, { at, low: 0, high: endsAt - 1 }) : null;
}

async function findSource({ db, actor }: Context, chat: ChatRow): Promise<ConversationData["forkedFrom"]> {
  const source = chat.forkedFromChatId;
  const from = source === null ? null : await findChat(db, actor, source);
  return from && { id: from.id, title: from.title };
}
