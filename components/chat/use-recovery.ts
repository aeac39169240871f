"use client";

import type { UseChatHelpers } from "@ai-sdk/react";
import { useEffect, useState } from "react";
import type { ConversationView } from "@/lib/chat/get-conversation";
import type { WyeMessage } from "@/lib/chat/message";
import { isHalf } from "./is-half";
import { lacksSummary } from "./lacks-summary";
import { loadConversation } from "./load-conversation";
import { LostTrack } from "./lost-track";
import { pauseBeforeRetry } from "./pause-before-retry";

interface RecoveryInput extends Pick<UseChatHelpers<WyeMessage>, "resumeStream"> {
  chat: Pick<UseChatHelpers<WyeMessage>, "status" | "error" | "messages">;
  chatId: string;
  show: (view: ConversationView) => void;
  /** The server cannot be reached, or can again. */
  onAway: (away: boolean) => void;
}

/** An answer that is half here, with no stream that brings the rest, is followed; where it has ended meanwhile, or a
 *  summary was put above its question, what the server has is loaded. Goes on until one of them succeeds. @returns whether that is going on. */
export function useRecovery({ chat, chatId, show, resumeStream, onAway }: RecoveryInput): boolean {
  const [refused, setRefused] = useState(false);
  const lost = chat.status === "error" && chat.error instanceof LostTrack;
  const ready = chat.status === "ready";
  const lacks = ready && lacksSummary(chat.messages);
  const cut = lost || lacks || (ready && isHalf(chat.messages));

  useEffect(() => {
    if (!cut) return;
    const left = new AbortController();
    setRefused(false);
    async function recover(): Promise<void> {
      for (let attempt = 0; ; attempt++) {
        // Once it streams, this round is over: `cut` is no more.
        if (!lost && !lacks) await resumeStream();
        if (left.signal.aborted) return;
        const stored = await loadConversation(chatId, left.signal);
        if (left.signal.aborted) return;
        onAway(stored === "away");
        if (stored === "refused") return setRefused(true);
        if (stored !== "away" && !(isHalf(stored.messages) && !lost)) return show(stored);
        await pauseBeforeRetry(attempt, left.signal);
        if (left.signal.aborted) return;
      }
    }
    void recover();
    return () => left.abort();
  }, [cut, lost, lacks, chatId, show, resumeStream, onAway]);

  return cut && !refused;
}
