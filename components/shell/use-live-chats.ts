"use client";

import { type Dispatch, type SetStateAction, useEffect, useState } from "react";
import type { ChatPage } from "@/lib/chat/list-chats";
import { askAgainAfter } from "./ask-again-after";
import { onChatsChanged } from "./chats-changed";
import { fetchChats } from "./fetch-chats";
import { type KnownChats, withNewest } from "./known-chats";

/** The list of chats, its newest page kept up to date while the page stays: from the server's first answer, then whenever one
 *  changed, and again until no chat is being answered and those that changed here have their titles. */
export function useLiveChats(initial: ChatPage): [KnownChats, Dispatch<SetStateAction<KnownChats>>] {
  const [chats, setChats] = useState<KnownChats>(initial);

  useEffect(() => setChats((known) => withNewest(known, initial)), [initial]);

  useEffect(() => {
    const changed = new Set<string>();
    let timer: number | undefined;
    let round = 0;
    async function refresh(current: number, attempt: number): Promise<void> {
      const found = await fetchChats();
      // Another change has begun a round of its own, or the page was left.
      if (current !== round) return;
      if (found) setChats((known) => withNewest(known, found));
      const waitMs = askAgainAfter(found?.chats ?? null, changed, attempt);
      if (waitMs === null) changed.clear();
      else timer = window.setTimeout(() => void refresh(current, attempt + 1), waitMs);
    }
    function begin(): number {
      window.clearTimeout(timer);
      return ++round;
    }
    const stopListening = onChatsChanged((chatId) => {
      if (chatId !== null) changed.add(chatId);
      void refresh(begin(), 0);
    });
    return () => {
      begin();
      stopListening();
    };
  }, []);

  return [chats, setChats];
}
