"use client";

import { useEffect, useRef } from "react";
import type { Choice } from "@/lib/router/choice";
import { loadConversation } from "./load-conversation";
import { pauseBeforeRetry } from "./pause-before-retry";
import type { ConversationState } from "./use-conversation";

/** Seldom, because the person may be about to do something else with the question. */
const AS_AFTER_ATTEMPTS = 5;

interface ResendInput {
  chatId: string;
  state: Pick<ConversationState, "status" | "failure" | "retry">;
  choice: Choice;
}

/** What did not reach the server is sent again, under the same ids: when there is a network again or the page is
 *  looked at again, and now and then where the server can be reached. */
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
      for (;;) {
        await pauseBeforeRetry(AS_AFTER_ATTEMPTS, left.signal);
        const found = left.signal.aborted ? "away" : await loadConversation(chatId, left.signal);
        if (left.signal.aborted) return;
        if (found !== "away") return send.current();
      }
    }
    void whenReached();
    return () => left.abort();
  }, [unreached, chatId]);
}
