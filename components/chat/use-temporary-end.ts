"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { OpenTemporary } from "@/lib/chat/list-chats";

/** How a page is told which temporary chats are open. */
export interface TemporaryChats {
  subscribe: (listener: () => void) => () => void;
  /** The same object while nothing changes. */
  read: () => readonly OpenTemporary[];
}

const NONE: readonly OpenTemporary[] = [];

export const useOpenTemporary = ({ subscribe, read }: TemporaryChats): readonly OpenTemporary[] =>
  useSyncExternalStore(subscribe, read, () => NONE);

/** Whether a temporary chat is over, wherever it was ended: it is among the open ones no more, and the server says so
 *  itself. One that was taken back is there again, and its page is loaded anew. */
export function useTemporaryEnd(chatId: string, isBegun: boolean, open: readonly OpenTemporary[]): boolean {
  const [over, setOver] = useState(false);
  const isListed = open.some(({ id }) => id === chatId);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each list that lacks the chat is a reason to ask.
  useEffect(() => {
    if (!isBegun || isListed || over) return;
    const left = new AbortController();
    void isGone(chatId, left.signal).then((gone) => {
      if (gone && !left.signal.aborted) setOver(true);
    });
    return () => left.abort();
  }, [chatId, isBegun, isListed, over, open]);

  useEffect(() => {
    if (over && isListed) window.location.assign(`/chat/${chatId}`);
  }, [over, isListed, chatId]);

  return over;
}

async function isGone(chatId: string, signal: AbortSignal): Promise<boolean> {
  try {
    return (await fetch(`/api/chat/${chatId}`, { signal })).status === 404;
  } catch {
    // Not reached: the next list tells again.
    return false;
  }
}
