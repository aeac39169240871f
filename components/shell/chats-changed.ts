const EVENT = "wye:chats-changed";

/** Says that the list of chats is no longer what it was; with an id, that this chat was asked or answered here. */
export function chatsChanged(chatId?: string): void {
  window.dispatchEvent(new CustomEvent(EVENT, { detail: chatId ?? null }));
}

/** @returns how to stop listening. */
export function onChatsChanged(listener: (chatId: string | null) => void): () => void {
  const heard = (event: Event): void =>
    listener(event instanceof CustomEvent && typeof event.detail === "string" ? event.detail : null);
  window.addEventListener(EVENT, heard);
  return () => window.removeEventListener(EVENT, heard);
}
