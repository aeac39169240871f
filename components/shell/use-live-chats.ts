"use client";

import { useEffect, useState } from "react";
import { onWake } from "@/components/ui/on-wake";
import type { ChatSummary } from "@/lib/chat/message";
import { askAgainAfter } from "./ask-again-after";
import { onChatsChanged } from "./chats-changed";
import { type ChatsVersion, fetchChats } from "./fetch-chats";
import { sawChats } from "./seen-chats";

/** The list of chats, kept up to date while the page stays: from the server's first answer; at once when a chat
 *  changed here or in another tab, and when the page is looked at again; now and then while it is looked at; and
 *  elsewhere until no chat is being answered and those that changed here have their titles.
 *  @param live false for a person who has none */
export function useLiveChats(initial: readonly ChatSummary[], live: boolean): readonly ChatSummary[] {
  const [chats, setChats] = useState(initial);

  useEffect(() => setChats(initial), [initial]);
  useEffect(() => sawChats(chats), [chats]);

  useEffect(() => {
    if (!live) return;
    const changed = new Set<string>();
    let known: ChatsVersion | null = null;
    let timer: number | undefined;
    let round = 0;
    async function refresh(current: number, attempt: number): Promise<void> {
      const found = await fetchChats(known);
      // Another change has begun a round of its own, or the page was left.
      if (current !== round) return;
      if (found) {
        known = found;
        setChats(found.chats);
      }
      lookLater(current, attempt, found?.chats ?? null);
    }
    function lookLater(current: number, attempt: number, found: readonly ChatSummary[] | null): void {
      const waitMs = askAgainAfter(found, changed, attempt, !document.hidden);
      if (waitMs !== null) timer = window.setTimeout(() => void refresh(current, attempt + 1), waitMs);
    }
    function begin(): number {
      window.clearTimeout(timer);
      return ++round;
    }
    const refreshNow = () => void refresh(begin(), 0);
    const stops = [
      onChatsChanged((chatId) => {
        if (chatId !== null) changed.add(chatId);
        refreshNow();
      }),
      onWake(refreshNow),
    ];
    window.addEventListener("focus", refreshNow);
    lookLater(begin(), 0, []);
    return () => {
      begin();
      for (const stop of stops) stop();
      window.removeEventListener("focus", refreshNow);
    };
  }, [live]);

  return chats;
}
