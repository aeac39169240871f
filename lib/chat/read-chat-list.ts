import { createHash } from "node:crypto";
import type { Context } from "@/lib/context";
import { type ChatListQuery, type ChatPage, listChats } from "./list-chats";

export interface ChatListVersion {
  version: string;
  /** Null where it is the version that the reader has. */
  page: ChatPage | null;
}

/** A page of the person's chats, for one who asks again and again: what it has is not sent. */
export async function readChatList(
  context: Context,
  query: ChatListQuery,
  known: string | null,
): Promise<ChatListVersion> {
  const page = await listChats(context, query);
  const version = createHash("sha256").update(JSON.stringify(page)).digest("base64url");
  return { version, page: version === known ? null : page };
}
