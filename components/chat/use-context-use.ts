"use client";

import { useEffect, useRef, useState } from "react";
import type { ContextUse } from "@/lib/chat/context-use";
import type { WyeMessage } from "@/lib/chat/message";

interface ContextUseInput {
  chatId: string;
  /** As the page was loaded; null in a new chat. */
  initial: ContextUse | null;
  messages: readonly WyeMessage[];
  busy: boolean;
}

/** What the next question would be sent with: asked for again after each answer and each change of what is shown. Null
 *  until it is known. */
export function useContextUse({ chatId, initial, messages, busy }: ContextUseInput): ContextUse | null {
  const [use, setUse] = useState(initial);
  const counted = useRef(messages);
  useEffect(() => {
    if (busy || counted.current === messages) return;
    const left = new AbortController();
    void loadContextUse(chatId, left.signal).then((loaded) => {
      if (loaded === null) return;
      counted.current = messages;
      setUse(loaded);
    });
    return () => left.abort();
  }, [chatId, messages, busy]);
  return use;
}

/** Null when it could not be had: what was known before is near enough. */
async function loadContextUse(chatId: string, signal: AbortSignal): Promise<ContextUse | null> {
  try {
    const response = await fetch(`/api/chat/${chatId}/context`, { signal });
    // Our own server's answer; getContextUse made it.
    return response.ok ? ((await response.json()) as ContextUse) : null;
  } catch {
    return null;
  }
}
