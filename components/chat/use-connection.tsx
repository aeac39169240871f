"use client";

import { type ComponentType, type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import type { ConversationView } from "@/lib/chat/get-conversation";
import type { WyeMessage } from "@/lib/chat/message";
import { askToStop } from "./ask-to-stop";
import type { ChatConnectionProps } from "./chat-connection";
import { isHalf } from "./is-half";
import { messageText } from "./message-text";
import { placeAfter, placeOf } from "./place-after";
import { toQuestion } from "./to-question";
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
  messages: WyeMessage[];
  /** The last of them is new. */
  asks: boolean;
  /** It is not wanted any more. */
  drop?: () => void;
}

/** The state of a conversation. Its client is fetched when it is first needed: when the composer is focused, when
 *  something is asked, or at once when an answer is being written. */
export function useConnection(input: ConversationInput): Connection {
  const { chatId } = input;
  const [connected, setConnected] = useState<ConversationState | null>(null);
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const [view, show] = useState<ConversationView>({
    messages: input.initialMessages,
    siblings: input.initialSiblings,
    around: null,
  });
  const { Client, failed, fetchClient } = useClient(isHalf(view.messages));

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

  const unconnected = useMemo<ConversationState>(() => {
    const { messages, siblings } = view;
    const offline = waiting !== null && failed;
    const last = waiting?.messages.at(-1);
    const unsent = last?.role === "user" && waiting?.asks ? messageText(last) : null;
    return {
      messages: waiting?.messages ?? messages,
      siblings,
      status: offline ? "failed" : waiting === null ? "ready" : "waiting",
      failure: offline ? { kind: "offline" } : null,
      unsent: offline ? unsent : null,
      send: (text, choice, ids) =>
        wait({
          act: (state) => state.send(text, choice, ids),
          messages: [...messages, toQuestion(text, placeAfter(messages))],
          asks: true,
        }),
      edit: (question, text, choice, questionId) =>
        wait({
          act: (state) => state.edit(question, text, choice, questionId),
          messages: [...question.before, toQuestion(text, placeOf(question.message))],
          asks: true,
        }),
      show,
      retry: (choice, answer, standIn) =>
        wait(waiting ?? { act: (state) => state.retry(choice, answer, standIn), messages, asks: false }),
      goOn: (choice, answer) => wait({ act: (state) => state.goOn(choice, answer), messages, asks: false }),
      follow: (parent, below, messageId) =>
        new Promise((resolve) => {
          wait({
            act: (state) => void state.follow(parent, below, messageId).finally(resolve),
            drop: resolve,
            messages,
            asks: false,
          });
        }),
      stop: async (isAsked = () => false) => {
        waiting?.drop?.();
        setWaiting(null);
        if (isAsked()) return { stopped: await askToStop(chatId, undefined, isAsked) };
        return unsent === null ? { stopped: true } : { stopped: true, unsent };
      },
    };
  }, [chatId, view, waiting, failed, wait]);

  const clientInput = useMemo(
    () => ({ ...input, initialMessages: view.messages, initialSiblings: view.siblings }),
    [input, view],
  );
  return {
    state: connected ?? unconnected,
    prepare: fetchClient,
    element: Client && <Client input={clientInput} onState={setConnected} />,
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
