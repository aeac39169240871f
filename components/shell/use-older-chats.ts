"use client";

import { type Dispatch, type SetStateAction, useCallback, useState } from "react";
import { fetchChats } from "./fetch-chats";
import { type KnownChats, withOlder } from "./known-chats";

/** Reads on in a list of chats, as far as it is scrolled. */
export interface MoreChats {
  /** Null when all are there, or while a page is on its way. */
  onMore: (() => void) | null;
  /** A page could not be had: it is asked for again by `onMore`. */
  failed: boolean;
  /** There are more, whether or not they can be asked for just now. */
  hasMore: boolean;
}

export function useOlderChats(
  { next }: KnownChats,
  setKnown: Dispatch<SetStateAction<KnownChats>>,
  search = "",
): MoreChats {
  const [state, setState] = useState<"ready" | "loading" | "failed">("ready");

  const onMore = useCallback(async () => {
    if (next === null) return;
    setState("loading");
    const page = await fetchChats(search === "" ? { after: next } : { after: next, search });
    setState(page === null ? "failed" : "ready");
    // Unless another list has taken its place.
    if (page) setKnown((known) => (known.next === next ? withOlder(known, page) : known));
  }, [next, search, setKnown]);

  const canAsk = next !== null && state !== "loading";
  return { onMore: canAsk ? () => void onMore() : null, failed: state === "failed", hasMore: next !== null };
}
