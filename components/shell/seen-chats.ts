import type { ChatSummary } from "@/lib/chat/message";

const EVENT = "wye:chats-seen";

/** In the browser only. */
let seen: readonly ChatSummary[] = [];

/** The server's list, as this page has it now. */
export function sawChats(chats: readonly ChatSummary[]): void {
  seen = chats;
  window.dispatchEvent(new Event(EVENT));
}

export const seenChat = (chatId: string): ChatSummary | undefined => seen.find(({ id }) => id === chatId);

/** @returns how to stop listening. */
export function onChatsSeen(listener: () => void): () => void {
  window.addEventListener(EVENT, listener);
  return () => window.removeEventListener(EVENT, listener);
}
