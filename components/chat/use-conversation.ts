"use client";

import { useChat } from "@ai-sdk/react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import type { ConversationView } from "@/lib/chat/get-conversation";
import type { WyeMessage } from "@/lib/chat/message";
import { ROOT, type Siblings } from "@/lib/chat/tree";
import type { Choice } from "@/lib/router/choice";
import { askAgain } from "./ask-again";
import { askToStop } from "./ask-to-stop";
import { chatTransport, type ReplyRequest } from "./chat-transport";
import { type Failure, toFailure } from "./failure";
import { messageText } from "./message-text";
import { toQuestion } from "./to-question";
import { useRecovery } from "./use-recovery";
import { withSibling } from "./with-sibling";

export interface ConversationInput {
  chatId: string;
  initialMessages: WyeMessage[];
  initialSiblings: Siblings;
  /** A reply is being written on the server: follow it. */
  streaming: boolean;
  /** The server has a question, and answers it. */
  onStarted?: ((chatId: string) => void) | undefined;
  onFinished?: ((chatId: string) => void) | undefined;
}

/** `waiting`: asked, nothing came yet. `recovering`: the connection was lost and is sought again. */
export type ConversationStatus = "ready" | "waiting" | "streaming" | "stopping" | "recovering" | "failed";

export interface AskedIds {
  questionId: string;
  answerId: string;
}

export interface ConversationState {
  messages: WyeMessage[];
  siblings: Siblings;
  status: ConversationStatus;
  failure: Failure | null;
  /** The last question, when it never reached the server; asking another one takes its place. */
  unsent: string | null;
  /** With ids where the same message could be sent twice: the server takes it once. */
  send: (text: string, choice: Choice, ids?: AskedIds) => void;
  /** Asks something else in the place of a question; what followed it stays on its own branch. */
  edit: (questionId: string, text: string, choice: Choice) => void;
  /** Shows another path of the chat. Only while no answer is being written. */
  show: (view: ConversationView) => void;
  /** Answers the question before `answerId` once more; without it, the last question. */
  retry: (choice: Choice, answerId?: string) => void;
  stop: () => Promise<StopResult>;
  /** Follows a message that the server has begun to write under `parentId`, in the place of what was shown there.
   *  Resolves when it is over, or cannot be followed. */
  follow: (parentId: string, messageId: string) => Promise<void>;
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
  const { chatId, initialMessages, initialSiblings, streaming, onStarted, onFinished } = input;
  const onAccepted = useRef<() => void>(() => undefined);
  const [transport] = useState(() => chatTransport(() => onAccepted.current()));
  const [stopping, setStopping] = useState(false);
  const [siblings, setSiblings] = useState(initialSiblings);
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

  const show = useCallback(
    (view: ConversationView) => {
      const ids = view.messages.map(({ id }) => id);
      for (const id of ids) saved.current.add(id);
      setAccepted((before) => new Set([...before, ...ids]));
      clearError();
      setMessages(view.messages);
      setSiblings(view.siblings);
    },
    [clearError, setMessages],
  );
  const recovering = useRecovery({ chat, chatId, show, resumeStream });

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
  const ask = useCallback(
    (question: WyeMessage, text: string, choice: Choice, answerId = uuidv7()) => {
      const parentId = question.metadata?.parentId ?? null;
      const message = { id: question.id, text };
      void sendMessage(question, request({ chatId, message, parentId, answerId, choice }));
    },
    [chatId, request, sendMessage],
  );

  const send = useCallback(
    (text: string, choice: Choice, ids?: AskedIds) => {
      // Nothing can follow on a question that the server does not have.
      const before = isUnsent ? messages.slice(0, -1) : messages;
      if (isUnsent) setMessages(before);
      ask(toQuestion(text, before, ids?.questionId), text, choice, ids?.answerId);
    },
    [messages, isUnsent, setMessages, ask],
  );

  const edit = useCallback(
    (questionId: string, text: string, choice: Choice) => {
      const before = messages.slice(
        0,
        messages.findIndex(({ id }) => id === questionId),
      );
      const question = toQuestion(text, before);
      setMessages(before);
      // A question that the server does not have leaves no branch behind.
      if (accepted.has(questionId)) {
        const key = question.metadata?.parentId ?? ROOT;
        setSiblings((now) => withSibling(now, key, questionId, question.id));
      }
      ask(question, text, choice);
    },
    [messages, accepted, setMessages, ask],
  );

  const retry = useCallback(
    (choice: Choice, answerId?: string) => {
      const answer = answerId === undefined ? messages.at(-1) : messages.find(({ id }) => id === answerId);
      const question = answer && questionOf(messages, answer);
      if (!question) return;
      const again = askAgain({ chatId, question, choice, saved: saved.current, last: lastRequest.current });
      if (answer.role === "assistant")
        setSiblings((now) => withSibling(now, question.id, answer.id, again.answerId));
      void regenerate({ messageId: answer.id, ...request(again) });
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

  const follow = useCallback(
    async (parentId: string, messageId: string) => {
      const at = messages.findIndex(({ id }) => id === parentId);
      const inPlace = messages[at + 1];
      if (inPlace) {
        setSiblings((now) => withSibling(now, parentId, inPlace.id, messageId));
        setMessages(messages.slice(0, at + 1));
      }
      await resumeStream();
    },
    [messages, setMessages, resumeStream],
  );

  const status = recovering ? "recovering" : statusOf(chat.status, messages, stopping);
  const error = recovering ? undefined : chat.error;
  const failure = useMemo(() => (error === undefined ? null : toFailure(error)), [error]);
  const unsent = isUnsent ? messageText(last) : null;
  return useMemo(
    () => ({ messages, siblings, status, failure, unsent, send, edit, show, retry, stop, follow }),
    [messages, siblings, status, failure, unsent, send, edit, show, retry, stop, follow],
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

/** Null where the question was deleted: then there is nothing to answer again. */
function questionOf(messages: readonly WyeMessage[], answer: WyeMessage): WyeMessage | null {
  if (answer.role === "user") return answer;
  const before = messages[messages.indexOf(answer) - 1];
  return before?.role === "user" ? before : null;
}
