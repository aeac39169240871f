import type { ChatPage } from "@/lib/chat/list-chats";

/** The newest chats and what the server calls this version of them. */
export interface NewestChats {
  page: ChatPage;
  version: string | null;
}

/** The newest page; the known one where it has not changed; null when the server was not reached. */
export async function fetchNewestChats(known: NewestChats | null): Promise<NewestChats | null> {
  try {
    const response = await fetch("/api/chats", {
      cache: "no-store",
      headers: known?.version ? { "if-none-match": known.version } : {},
    });
    if (response.status === 304) return known;
    if (!response.ok) return null;
    // Our own server's answer; readChatList made it.
    return { page: (await response.json()) as ChatPage, version: response.headers.get("etag") };
  } catch {
    // Offline: asked again later.
    return null;
  }
}
