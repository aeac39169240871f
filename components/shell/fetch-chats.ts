import type { ChatListQuery, ChatPage } from "@/lib/chat/list-chats";

/** A page of the chats as the server has them now, or null when it could not be had. */
export async function fetchChats(query: ChatListQuery = {}, signal?: AbortSignal): Promise<ChatPage | null> {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const search = new URLSearchParams(given);
  try {
    const response = await fetch(search.size === 0 ? "/api/chats" : `/api/chats?${search}`, {
      signal: signal ?? null,
    });
    // Our own server's answer; listChats made it.
    return response.ok ? ((await response.json()) as ChatPage) : null;
  } catch {
    // Offline: asked again later.
    return null;
  }
}
