"use client";

import { useCallback, useEffect, useMemo, useState } from "react";
import type { ChatSummary } from "@/lib/chat/message";
import { fetchChats } from "./fetch-chats";
import type { KnownChats } from "./known-chats";
import { type MoreChats, useOlderChats } from "./use-older-chats";

interface ChatSearch extends MoreChats {
  chats: readonly ChatSummary[];
  /** The server is still looking. */
  searching: boolean;
}

const NOTHING: KnownChats = { chats: [], next: null };
const PAUSE_MS = 150;

/** The chats with `query` in their titles: at once those that are known, then all that the server finds. */
export function useChatSearch(chats: readonly ChatSummary[], more: MoreChats, query: string): ChatSearch {
  const wanted = query.trim();
  // Where all chats are known, nobody else has to be asked.
  const asked = more.hasMore ? wanted : "";
  const [found, setFound] = useState(NOTHING);
  const [answered, setAnswered] = useState<{ query: string; failed: boolean } | null>(null);
  const moreFound = useOlderChats(found, setFound, asked);

  const look = useCallback(async (search: string, signal?: AbortSignal) => {
    const page = await fetchChats({ search }, signal);
    if (signal?.aborted) return;
    setFound(page ?? NOTHING);
    setAnswered({ query: search, failed: page === null });
  }, []);

  useEffect(() => {
    if (asked === "") return;
    const left = new AbortController();
    const timer = setTimeout(() => void look(asked, left.signal), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [asked, look]);

  const known = useMemo(() => matching(chats, wanted), [chats, wanted]);
  if (wanted === "") return { chats, ...more, searching: false };
  if (asked === "") return { chats: known, onMore: null, failed: false, hasMore: false, searching: false };
  if (answered?.query !== asked)
    return { chats: known, onMore: null, failed: false, hasMore: true, searching: true };
  if (answered.failed)
    return {
      chats: known,
      onMore: () => void look(asked),
      failed: true,
      hasMore: true,
      searching: false,
    };
  return { chats: found.chats, ...moreFound, searching: false };
}

function matching(chats: readonly ChatSummary[], query: string): ChatSummary[] {
  const wanted = query.toLocaleLowerCase();
  return chats.filter((chat) => chat.title?.toLocaleLowerCase().includes(wanted) === true);
}
