const EVENT = "wye:chats-changed";

/** Says that the list of chats is no longer what it was: one began, one was answered. */
export function chatsChanged(): void {
  window.dispatchEvent(new Event(EVENT));
}

/** @returns how to stop listening. */
export function onChatsChanged(listener: () => void): () => void {
  window.addEventListener(EVENT, listener);
  return () => window.removeEventListener(EVENT, listener);
}
