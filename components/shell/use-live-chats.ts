"use client";

import { useEffect, useState } from "react";
import type { ChatSummary } from "@/lib/chat/message";
import { askAgainAfter } from "./ask-again-after";
import { onChatsChanged } from "./chats-changed";

/** The list of chats, kept up to date while the page stays: from the server's first answer, then whenever one
 *  changed, and again until no chat is being answered and those that changed here have their titles. */
export function useLiveChats(initial: readonly ChatSummary[]): readonly ChatSummary[] {
  const [chats, setChats] = useState(initial);

  useEffect(() => setChats(initial), [initial]);

  useEffect(() => {
    const changed = new Set<string>();
    let timer: number | undefined;
    let round = 0;
    async function refresh(current: number, attempt: number): Promise<void> {
      const found = await fetchChats();
      // Another change has begun a round of its own, or the page was left.
      if (current !== round) return;
      if (found) setChats(found);
      const waitMs = askAgainAfter(found, changed, attempt);
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

  return chats;
}

async function fetchChats(): Promise<ChatSummary[] | null> {
  try {
    const response = await fetch("/api/chats");
    // Our own server's answer; listChats made it.
    return response.ok ? ((await response.json()) as ChatSummary[]) : null;
  } catch {
    // Offline: asked again later.
    return null;
  }
}
