"use client";

import { useEffect, useRef } from "react";
import type { Choice } from "@/lib/router/choice";
import { loadConversation } from "./load-conversation";
import { pauseBeforeRetry } from "./pause-before-retry";
import type { ConversationState } from "./use-conversation";

interface ResendInput {
  chatId: string;
  state: Pick<ConversationState, "status" | "failure" | "retry">;
  choice: Choice;
}

/** What did not reach the server is sent again, under the same ids, as soon as the server can be reached. */
export function useResend({ chatId, state, choice }: ResendInput): void {
  const { status, failure, retry } = state;
  const unreached = status === "failed" && failure?.kind === "offline";
  const send = useRef<() => void>(() => undefined);
  useEffect(() => {
    send.current = () => retry(choice);
  }, [retry, choice]);

  useEffect(() => {
    if (!unreached) return;
    const left = new AbortController();
    async function whenReached(): Promise<void> {
      for (let attempt = 0; ; attempt++) {
        await pauseBeforeRetry(attempt, left.signal);
        const found = left.signal.aborted ? "away" : await loadConversation(chatId, left.signal);
        if (left.signal.aborted) return;
        if (found !== "away") return send.current();
      }
    }
    void whenReached();
    return () => left.abort();
  }, [unreached, chatId]);
}
