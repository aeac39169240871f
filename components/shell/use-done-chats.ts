"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import type { ChatSummary } from "@/lib/chat/message";
import { newlyDone } from "./newly-done";

/** Ids of chats whose answer ended while the person looked elsewhere: at another chat, or at another tab. */
export function useDoneChats(chats: readonly ChatSummary[], openId: string | null): ReadonlySet<string> {
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const before = useRef(chats);

  useEffect(() => {
    const ended = newlyDone(before.current, chats).filter((id) => document.hidden || id !== openId);
    before.current = chats;
    if (ended.length > 0) setDone((known) => new Set([...known, ...ended]));
  }, [chats, openId]);

  useEffect(() => {
    function see(): void {
      if (document.hidden || openId === null) return;
      setDone((known) => (known.has(openId) ? new Set([...known].filter((id) => id !== openId)) : known));
    }
    see();
    document.addEventListener("visibilitychange", see);
    return () => document.removeEventListener("visibilitychange", see);
  }, [openId]);

  // One that was deleted meanwhile is none.
  return useMemo(() => {
    const listed = new Set(chats.map(({ id }) => id));
    return [...done].every((id) => listed.has(id)) ? done : new Set([...done].filter((id) => listed.has(id)));
  }, [chats, done]);
}
