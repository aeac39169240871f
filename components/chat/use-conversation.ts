"use client";

import { useChat } from "@ai-sdk/react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import type { WyeMessage } from "@/lib/chat/message";
import type { Choice } from "@/lib/router/choice";
import { askToStop } from "./ask-to-stop";
import { chatTransport, type ReplyRequest } from "./chat-transport";
import { type Failure, toFailure } from "./failure";
import { messageText } from "./message-text";
import { useRecovery } from "./use-recovery";

export interface ConversationInput {
  chatId: string;
  initialMessages: WyeMessage[];
  /** A reply is being written on the server: follow it. */
  streaming: boolean;
  /** The server has a question, and answers it. */
  onStarted?: ((chatId: string) => void) | undefined;
  onFinished?: ((chatId: string) => void) | undefined;
}

/** `waiting`: asked, nothing came yet. `recovering`: the connection was lost and is sought again. */
export type ConversationStatus = "ready" | "waiting" | "streaming" | "stopping" | "recovering" | "failed";

export interface ConversationState {
  messages: WyeMessage[];
  status: ConversationStatus;
  failure: Failure | null;
  /** The last question, when it never reached the server; asking another one takes its place. */
  unsent: string | null;
  send: (text: string, choice: Choice) => void;
  /** Answers the question before `answerId` once more; without it, the last question. */
  retry: (choice: Choice, answerId?: string) => void;
  stop: () => Promise<StopResult>;
}

export interface StopResult {
  /** False when the server could not be told. */
  stopped: boolean;
  /** The question, if it was not sent yet; it will not be. */
  unsent?: string;
}

/** Enough to read along; fewer renders than tokens. */
const RENDER_EVERY_MS = 40;

export function useConversation(input: ConversationInput): ConversationState {
  const { chatId, initialMessages, streaming, onStarted, onFinished } = input;
  const onAccepted = useRef<() => void>(() => undefined);
  const [transport] = useState(() => chatTransport(() => onAccepted.current()));
  const [stopping, setStopping] = useState(false);
  const saved = useRef<Set<string>>(new Set(initialMessages.map(({ id }) => id)));
  const lastRequest = useRef<ReplyRequest | null>(null);
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(
    () => new Set(initialMessages.map(({ id }) => id)),
  );

  const chat = useChat<WyeMessage>({
    id: chatId,
    messages: initialMessages,
    transport,
    generateId: uuidv7,
    throttle: RENDER_EVERY_MS,
    resume: streaming,
    onFinish: ({ messages }) => {
      for (const { id } of messages) if (isAnswered(messages, id)) saved.current.add(id);
      setStopping(false);
      onFinished?.(chatId);
    },
  });
  const { messages, sendMessage, regenerate, setMessages, resumeStream, clearError } = chat;
  const recovering = useRecovery({ chat, chatId, setMessages, resumeStream, clearError });

  useEffect(() => {
    onAccepted.current = () => {
      const question = lastRequest.current?.message;
      if (question) setAccepted((before) => new Set([...before, question.id]));
      onStarted?.(chatId);
    };
  }, [chatId, onStarted]);

  const request = useCallback((body: ReplyRequest): { body: ReplyRequest } => {
    lastRequest.current = body;
    setStopping(false);
    return { body };
  }, []);

  const last = messages.at(-1);
  const isUnsent = chat.status === "error" && last?.role === "user" && !accepted.has(last.id);
  const send = useCallback(
    (text: string, choice: Choice) => {
      // Nothing can follow on a question that the server does not have.
      const before = isUnsent ? messages.slice(0, -1) : messages;
      if (isUnsent) setMessages(before);
      const parentId = before.at(-1)?.id ?? null;
      const message = { id: uuidv7(), text };
      void sendMessage(
        {
          id: message.id,
          role: "user",
          parts: [{ type: "text", text }],
          metadata: { parentId, status: "complete", createdAt: new Date().toISOString() },
        },
        request({ chatId, message, parentId, answerId: uuidv7(), choice }),
      );
    },
    [chatId, messages, isUnsent, setMessages, request, sendMessage],
  );

  const retry = useCallback(
    (choice: Choice, answerId?: string) => {
      const answer = answerId === undefined ? messages.at(-1) : messages.find(({ id }) => id === answerId);
      const question = answer?.role === "user" ? answer : questionOf(messages, answer);
      if (answer === undefined || question === undefined) return;
      void regenerate({
        messageId: answer.id,
        ...request(askAgain({ chatId, question, choice, saved: saved.current, last: lastRequest.current })),
      });
    },
    [chatId, messages, regenerate, request],
  );

  const busy = useRef(false);
  useEffect(() => {
    busy.current = recovering || chat.status === "submitted" || chat.status === "streaming";
  }, [recovering, chat.status]);
  const stop = useCallback(async () => {
    setStopping(true);
    const stopped = await askToStop(chatId, () => busy.current);
    if (!stopped) setStopping(false);
    return { stopped };
  }, [chatId]);

  const status = recovering ? "recovering" : statusOf(chat.status, messages, stopping);
  const error = recovering ? undefined : chat.error;
  const failure = useMemo(() => (error === undefined ? null : toFailure(error)), [error]);
  const unsent = isUnsent ? messageText(last) : null;
  return useMemo(
    () => ({ messages, status, failure, unsent, send, retry, stop }),
    [messages, status, failure, unsent, send, retry, stop],
  );
}

function statusOf(
  status: ReturnType<typeof useChat>["status"],
  messages: readonly WyeMessage[],
  stopping: boolean,
): ConversationStatus {
  if (status === "error") return "failed";
  if (status === "ready") return "ready";
  if (stopping) return "stopping";
  const last = messages.at(-1);
  return last?.role === "assistant" && last.parts.length > 0 ? "streaming" : "waiting";
}

function isAnswered(messages: readonly WyeMessage[], id: string): boolean {
  const at = messages.findIndex((message) => message.id === id);
  return messages[at]?.role === "assistant" || messages[at + 1]?.role === "assistant";
}

function questionOf(messages: readonly WyeMessage[], answer: WyeMessage | undefined): WyeMessage | undefined {
  const at = messages.findIndex(({ id }) => id === answer?.id);
  return messages.slice(0, Math.max(0, at)).findLast(({ role }) => role === "user");
}

interface AskAgain {
  chatId: string;
  question: WyeMessage;
  choice: Choice;
  saved: ReadonlySet<string>;
  last: ReplyRequest | null;
}

/** A question that the server may not have is sent with its text again, under the same ids: if the first request
 *  did arrive, the server recognises it. */
function askAgain({ chatId, question, choice, saved, last }: AskAgain): ReplyRequest {
  if (saved.has(question.id)) {
    return { chatId, message: null, parentId: question.id, answerId: uuidv7(), choice };
  }
  if (last?.message?.id === question.id) return { ...last, choice };
  return {
    chatId,
    message: { id: question.id, text: messageText(question) },
    parentId: question.metadata?.parentId ?? null,
    answerId: uuidv7(),
    choice,
  };
}
