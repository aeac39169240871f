import { findChatListVersion } from "@/db/queries/chats";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import { listChats, MOST_CHATS } from "./list-chats";
import type { ChatSummary } from "./message";

export interface ChatListVersion {
  version: string;
  /** Null where it is the version that the reader has. */
  chats: ChatSummary[] | null;
}

/** The person's own chats, for a page that asks again and again: nothing is read of a list that it has. */
export async function readChatList(context: Context, known: string | null): Promise<ChatListVersion> {
  requirePermission(context.actor, "chat:use");
  // The version first: a change in between makes the next reader ask once too often, never once too seldom.
  const version = await findChatListVersion(context.db, context.actor, MOST_CHATS);
  return { version, chats: version === known ? null : await listChats(context) };
}
