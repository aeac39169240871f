"use client";

import { useEffect, useRef, useState } from "react";
import type { ChatSummary } from "@/lib/chat/message";
import { onChatsChanged } from "./chats-changed";

/** While a chat is being answered or named, the list is asked for again at these distances. */
const AGAIN_AFTER_MS = [300, 700, 1500, 3000, 5000, 10_000];

/** The list of chats, kept up to date while the page stays: from the server's first answer, then whenever one
 *  changed, and again until no chat is being answered and each has its title. */
export function useLiveChats(initial: readonly ChatSummary[]): readonly ChatSummary[] {
  const [chats, setChats] = useState(initial);
  const timer = useRef<number | undefined>(undefined);

  useEffect(() => setChats(initial), [initial]);

  useEffect(() => {
    let left = false;
    async function refresh(attempt: number): Promise<void> {
      window.clearTimeout(timer.current);
      const found = await fetchChats();
      if (left) return;
      if (found) setChats(found);
      const isSettled = found?.every(({ streaming, title }) => !streaming && title !== null) ?? false;
      const waitMs = AGAIN_AFTER_MS[attempt] ?? AGAIN_AFTER_MS.at(-1);
      if (isSettled || attempt >= MOST_ATTEMPTS) return;
      timer.current = window.setTimeout(() => void refresh(attempt + 1), waitMs);
    }
    const stopListening = onChatsChanged(() => void refresh(0));
    return () => {
      left = true;
      window.clearTimeout(timer.current);
      stopListening();
    };
  }, []);

  return chats;
}

/** Ten minutes of the longest distance. */
const MOST_ATTEMPTS = 60;

async function fetchChats(): Promise<ChatSummary[] | null> {
  try {
    const response = await fetch("/api/chats");
    // Our own server's answer; listChats made it.
    return response.ok ? ((await response.json()) as ChatSummary[]) : null;
  } catch {
    // Offline: the next change asks again.
    return null;
  }
}
