const EVENT = "wye:chats-changed";

let otherTabs: BroadcastChannel | null = null;

/** To the other tabs of this browser, not to this one. */
function channel(): BroadcastChannel {
  otherTabs ??= new BroadcastChannel(EVENT);
  return otherTabs;
}

/** Says that the list of chats is no longer what it was; with an id, that this chat was asked or answered here. */
export function chatsChanged(chatId?: string): void {
  window.dispatchEvent(new CustomEvent(EVENT, { detail: chatId ?? null }));
  channel().postMessage(null);
}

/** @returns how to stop listening. */
export function onChatsChanged(listener: (chatId: string | null) => void): () => void {
  const heard = (event: Event): void =>
    listener(event instanceof CustomEvent && typeof event.detail === "string" ? event.detail : null);
  const heardElsewhere = (): void => listener(null);
  window.addEventListener(EVENT, heard);
  channel().addEventListener("message", heardElsewhere);
  return () => {
    window.removeEventListener(EVENT, heard);
    channel().removeEventListener("message", heardElsewhere);
  };
}
