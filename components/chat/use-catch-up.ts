"use client";

import { useCallback, useEffect, useRef } from "react";
import { onWake } from "@/components/ui/on-wake";
import type { ConversationView } from "@/lib/chat/get-conversation";
import { isSameView } from "./is-same-view";
import { loadConversation } from "./load-conversation";
import { pauseBeforeRetry } from "./pause-before-retry";
import type { ConversationState } from "./use-conversation";

interface CatchUpInput {
  chatId: string;
  /** The chat's last message, as the list of chats has it; null when it does not say. */
  latestLeafId: string | null;
  state: Pick<ConversationState, "messages" | "siblings" | "status" | "failure" | "unsent">;
  show: (view: ConversationView) => void;
}

/** A page in which nothing goes on shows what was said elsewhere meanwhile: when the list of chats names a message
 *  that it does not have, when it is looked at again, and when there is a network again. An answer that was
 *  interrupted under its eyes is compared too: a process that was killed may have said more than it kept. */
export function useCatchUp({ chatId, latestLeafId, state, show }: CatchUpInput): void {
  const { messages, status, failure, unsent } = state;
  const isIdle =
    messages.length > 0 &&
    (status === "ready" || (status === "failed" && unsent === null && failure?.kind !== "offline"));
  const latest = useRef({ state, isIdle, show });
  useEffect(() => {
    latest.current = { state, isIdle, show };
  }, [state, isIdle, show]);

  /** @returns whether what is shown has been compared with what the server has. */
  const catchUp = useCallback(
    async (signal: AbortSignal): Promise<boolean> => {
      const before = latest.current.state.messages;
      const view = await loadConversation(chatId, signal);
      const now = latest.current;
      // Nothing is taken away from under what the person has begun meanwhile.
      if (signal.aborted || !now.isIdle || now.state.messages !== before) return false;
      if (typeof view === "object" && !isSameView(now.state, view)) now.show(view);
      return view !== "away";
    },
    [chatId],
  );

  const last = messages.at(-1);
  const interruptedId = last?.metadata?.status === "interrupted" ? last.id : null;
  const isBehind = latestLeafId !== null && !messages.some(({ id }) => id === latestLeafId);
  const doubtfulId = isBehind ? latestLeafId : interruptedId;
  // What the page came with is as the server has it.
  const checked = useRef(interruptedId);
  useEffect(() => {
    if (!isIdle || doubtfulId === null || checked.current === doubtfulId) return;
    const left = new AbortController();
    async function untilReached(): Promise<void> {
      for (let attempt = 0; !left.signal.aborted; attempt++) {
        if (await catchUp(left.signal)) {
          checked.current = doubtfulId;
          return;
        }
        await pauseBeforeRetry(attempt, left.signal);
      }
    }
    void untilReached();
    return () => left.abort();
  }, [isIdle, doubtfulId, catchUp]);

  useEffect(() => {
    if (!isIdle) return;
    const left = new AbortController();
    const stopListening = onWake(() => void catchUp(left.signal));
    return () => {
      stopListening();
      left.abort();
    };
  }, [isIdle, catchUp]);
}
