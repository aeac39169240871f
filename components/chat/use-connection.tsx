"use client";

import { type ComponentType, type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import type { WyeMessage } from "@/lib/chat/message";
import type { ChatConnectionProps } from "./chat-connection";
import { messageText } from "./message-text";
import type { ConversationInput, ConversationState } from "./use-conversation";

interface Connection {
  state: ConversationState;
  /** Fetches the client ahead of its first use. */
  prepare: () => void;
  /** Must be rendered somewhere. */
  element: ReactNode;
}

/** What was asked before the client was there. */
interface Waiting {
  act: (state: ConversationState) => void;
  /** Shown meanwhile. */
  question: WyeMessage | null;
}

/** The state of a conversation. Its client is fetched when it is first needed: when the composer is focused, when
 *  something is asked, or at once when an answer is being written. */
export function useConnection(input: ConversationInput): Connection {
  const [connected, setConnected] = useState<ConversationState | null>(null);
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const { Client, failed, fetchClient } = useClient(input.streaming || isHalf(input));

  const wait = useCallback(
    (next: Waiting) => {
      setWaiting(next);
      fetchClient();
    },
    [fetchClient],
  );

  useEffect(() => {
    if (connected === null || waiting === null) return;
    setWaiting(null);
    waiting.act(connected);
  }, [connected, waiting]);

  const { initialMessages } = input;
  const unconnected = useMemo<ConversationState>(() => {
    const question = waiting?.question ?? null;
    const offline = waiting !== null && failed;
    const unsent = question === null ? null : messageText(question);
    return {
      messages: question === null ? initialMessages : [...initialMessages, question],
      status: offline ? "failed" : waiting === null ? "ready" : "waiting",
      failure: offline ? { kind: "offline" } : null,
      unsent: offline ? unsent : null,
      send: (text, choice) =>
        wait({ act: (state) => state.send(text, choice), question: toQuestion(text, initialMessages) }),
      retry: (choice, answerId) =>
        wait(waiting ?? { act: (state) => state.retry(choice, answerId), question: null }),
      stop: async () => {
        setWaiting(null);
        return unsent === null ? { stopped: true } : { stopped: true, unsent };
      },
    };
  }, [initialMessages, waiting, failed, wait]);

  return {
    state: connected ?? unconnected,
    prepare: fetchClient,
    element: Client && <Client input={input} onState={setConnected} />,
  };
}

interface LazyClient {
  Client: ComponentType<ChatConnectionProps> | null;
  failed: boolean;
  fetchClient: () => void;
}

function useClient(atOnce: boolean): LazyClient {
  const [Client, setClient] = useState<ComponentType<ChatConnectionProps> | null>(null);
  const [failed, setFailed] = useState(false);

  const fetchClient = useCallback(() => {
    setFailed(false);
    void import("./chat-connection").then(
      ({ ChatConnection }) => setClient(() => ChatConnection),
      () => setFailed(true),
    );
  }, []);

  useEffect(() => {
    if (atOnce) fetchClient();
  }, [atOnce, fetchClient]);

  return { Client, failed, fetchClient };
}

function isHalf({ initialMessages }: ConversationInput): boolean {
  const last = initialMessages.at(-1);
  return last?.role === "assistant" && last.metadata?.status === "streaming";
}

function toQuestion(text: string, before: readonly WyeMessage[]): WyeMessage {
  return {
    id: uuidv7(),
    role: "user",
    parts: [{ type: "text", text }],
    metadata: {
      parentId: before.at(-1)?.id ?? null,
      status: "complete",
      createdAt: new Date().toISOString(),
    },
  };
}
