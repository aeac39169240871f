"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import type { ConversationInput, ConversationState } from "./use-conversation";

const ChatConnection = dynamic(() => import("./chat-connection").then((module) => module.ChatConnection), {
  ssr: false,
});

type Act = (state: ConversationState) => void;

interface Connection {
  state: ConversationState;
  /** Fetches the client ahead of its first use. */
  prepare: () => void;
  /** Must be rendered somewhere. */
  element: ReactNode;
}

/** The state of a conversation. Its client is fetched when it is first needed: when the composer is focused, when
 *  something is asked, or at once when an answer is being written. What is asked before it is there waits for it. */
export function useConnection(input: ConversationInput): Connection {
  const [connected, setConnected] = useState<ConversationState | null>(null);
  const [needed, setNeeded] = useState(input.streaming || isHalf(input));
  const [waiting, setWaiting] = useState<Act | null>(null);
  const prepare = useCallback(() => setNeeded(true), []);

  const defer = useCallback((act: Act) => {
    setNeeded(true);
    setWaiting(() => act);
  }, []);

  useEffect(() => {
    if (connected === null || waiting === null) return;
    setWaiting(null);
    waiting(connected);
  }, [connected, waiting]);

  const unconnected = useMemo<ConversationState>(
    () => ({
      messages: input.initialMessages,
      status: waiting === null ? "ready" : "waiting",
      failure: null,
      send: (text, choice) => defer((state) => state.send(text, choice)),
      retry: (choice, answerId) => defer((state) => state.retry(choice, answerId)),
      stop: async () => true,
    }),
    [input.initialMessages, waiting, defer],
  );

  const element = needed ? <ChatConnection input={input} onState={setConnected} /> : null;
  return { state: connected ?? unconnected, prepare, element };
}

function isHalf({ initialMessages }: ConversationInput): boolean {
  const last = initialMessages.at(-1);
  return last?.role === "assistant" && last.metadata?.status === "streaming";
}
