"use client";

import { type Dispatch, type SetStateAction, useEffect, useState } from "react";
import { onWake } from "@/components/ui/on-wake";
import type { ChatPage } from "@/lib/chat/list-chats";
import type { ChatSummary } from "@/lib/chat/message";
import { askAgainAfter } from "./ask-again-after";
import { onChatsChanged } from "./chats-changed";
import { fetchNewestChats, type NewestChats } from "./fetch-newest-chats";
import { type KnownChats, withNewest } from "./known-chats";
import { sawChats, sawTemporary } from "./seen-chats";

/** The list of chats, its newest page kept up to date while the page stays: from the server's first answer; at once
 *  when a chat changed here or in another tab, and when the page is looked at again; now and then while it is looked
 *  at; and elsewhere until no chat is being answered and those that changed here have their titles.
 *  @param live false for a person who has none */
export function useLiveChats(
  initial: ChatPage,
  live: boolean,
): [KnownChats, Dispatch<SetStateAction<KnownChats>>] {
  const [chats, setChats] = useState<KnownChats>(initial);

  useEffect(() => {
    setChats((known) => withNewest(known, initial));
    sawTemporary(initial);
  }, [initial]);
  useEffect(() => sawChats(chats.chats), [chats]);

  useEffect(() => {
    if (!live) return;
    const changed = new Set<string>();
    let known: NewestChats | null = null;
    let timer: number | undefined;
    let round = 0;
    async function refresh(current: number, attempt: number): Promise<void> {
      const found = await fetchNewestChats(known);
      // Another change has begun a round of its own, or the page was left.
      if (current !== round) return;
      if (found) {
        known = found;
        sawTemporary(found.page);
        setChats((before) => withNewest(before, found.page));
      }
      lookLater(current, attempt, found?.page.chats ?? null);
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

  return [chats, setChats];
}
