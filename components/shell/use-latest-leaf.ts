"use client";

import { useSyncExternalStore } from "react";
import { onChatsSeen, seenChat } from "./seen-chats";

/** The last message of a chat as the list has it, which tells a page that it is behind; null when it does not. */
export function useLatestLeaf(chatId: string): string | null {
  return useSyncExternalStore(
    onChatsSeen,
    () => seenChat(chatId)?.leafId ?? null,
    () => null,
  );
}
