import type { ChatPage, OpenTemporary } from "@/lib/chat/list-chats";
import type { ChatSummary } from "@/lib/chat/message";

const EVENT = "wye:chats-seen";
const NONE: readonly OpenTemporary[] = [];

/** In the browser only. */
let seen: readonly ChatSummary[] = [];
let temporary = NONE;

/** The server's list, as this page has it now. */
export function sawChats(chats: readonly ChatSummary[]): void {
  seen = chats;
  window.dispatchEvent(new Event(EVENT));
}

/** The person's temporary chats, as the server has just said them. */
export function sawTemporary(page: ChatPage): void {
  const now = page.temporary ?? NONE;
  // The same object while nothing changes, so that who listens renders nothing anew.
  if (JSON.stringify(now) !== JSON.stringify(temporary)) temporary = now;
  window.dispatchEvent(new Event(EVENT));
}

export const seenChat = (chatId: string): Pick<ChatSummary, "leafId"> | undefined =>
  seen.find(({ id }) => id === chatId) ?? temporary.find(({ id }) => id === chatId);

/** Those that are not over, newest first. */
export const seenTemporary = (): readonly OpenTemporary[] => temporary;

/** @returns how to stop listening. */
export function onChatsSeen(listener: () => void): () => void {
  window.addEventListener(EVENT, listener);
  return () => window.removeEventListener(EVENT, listener);
}
