import type { ChatSummary } from "@/lib/chat/message";

/** A list and what the server calls this version of it. */
export interface ChatsVersion {
  chats: ChatSummary[];
  version: string | null;
}

/** The list of chats; the known one where it has not changed, which costs the server next to nothing; null when the
 *  server was not reached. */
export async function fetchChats(known: ChatsVersion | null): Promise<ChatsVersion | null> {
  try {
    const response = await fetch("/api/chats", {
      cache: "no-store",
      headers: known?.version ? { "if-none-match": known.version } : {},
    });
    if (response.status === 304) return known;
    if (!response.ok) return null;
    // Our own server's answer; readChatList made it.
    return { chats: (await response.json()) as ChatSummary[], version: response.headers.get("etag") };
  } catch {
    // Offline: asked again later.
    return null;
  }
}
