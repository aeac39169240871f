"use client";

import { useChat } from "@ai-sdk/react";
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import type { ChatSettings } from "@/lib/chat/chat-settings";
import type { ConversationView } from "@/lib/chat/get-conversation";
import type { WyeMessage } from "@/lib/chat/message";
import { ROOT, type Siblings } from "@/lib/chat/tree";
import type { Choice } from "@/lib/router/choice";
import { askAgain } from "./ask-again";
import { askToStop } from "./ask-to-stop";
import { begunWith } from "./begun-with";
import { chatTransport, type ReplyRequest } from "./chat-transport";
import { type Failure, toFailure } from "./failure";
import { isHalf } from "./is-half";
import { messageText } from "./message-text";
import type { PathCut } from "./path-cut";
import { placeAfter, placeOf } from "./place-after";
import { questionOf } from "./question-of";
import { toQuestion } from "./to-question";
import { useRecovery } from "./use-recovery";
import { useSteady } from "./use-steady";
import { withCut } from "./with-cut";
import { withSibling } from "./with-sibling";

export interface ConversationInput {
  chatId: string;
  initialMessages: WyeMessage[];
  initialSiblings: Siblings;
  /** Settings that the server has yet to be told. */
  unsavedSettings: RefObject<ChatSettings | null>;
  /** What it begins leaves nothing but its cost. */
  temporary: boolean;
  /** The server has a question, and answers it. */
  onStarted?: ((chatId: string) => void) | undefined;
  onFinished?: ((chatId: string) => void) | undefined;
}

/** `waiting`: asked, nothing came yet. `recovering`: the server that writes cannot be reached, and is sought. */
export type ConversationStatus = "ready" | "waiting" | "streaming" | "stopping" | "recovering" | "failed";

export interface AskedIds {
  questionId: string;
  answerId: string;
}

export interface ConversationState {
  /** The end of the path, oldest first. */
  messages: WyeMessage[];
  siblings: Siblings;
  status: ConversationStatus;
  failure: Failure | null;
  /** The last question, when it never reached the server; asking another one takes its place. */
  unsent: string | null;
  /** With ids where the same message could be sent twice: the server takes it once. */
  send: (text: string, choice: Choice, ids?: AskedIds) => void;
  /** Asks something else in the place of a question; what followed it stays on its own branch. */
  edit: (question: PathCut, text: string, choice: Choice, questionId?: string) => void;
  /** Shows another path of the chat. Only while no answer is being written. */
  show: (view: ConversationView) => void;
  /** Answers the question before an answer once more; without one, the last question. With `standIn` another model may
   *  answer for the one that is named. */
  retry: (choice: Choice, answer?: PathCut, standIn?: true) => void;
  /** Goes on from an answer that broke off, beside it. */
  goOn: (choice: Choice, answer: PathCut) => void;
  /** @param isAsked whether something was asked for that cannot be followed yet */
  stop: (isAsked?: () => boolean) => Promise<StopResult>;
  /** Follows a message that the server has begun to write under another, in the place of what stands `below` it.
   *  Resolves when it is over, or cannot be followed. */
  follow: (parent: PathCut | null, below: WyeMessage | undefined, messageId: string) => Promise<void>;
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
  const { chatId, initialMessages, initialSiblings, unsavedSettings, temporary } = input;
  const { onStarted, onFinished } = input;
  const onAccepted = useRef<() => void>(() => undefined);
  const [away, setAway] = useState(false);
  const [transport] = useState(() =>
    chatTransport({ chatId, onAccepted: () => onAccepted.current(), onAway: setAway }),
  );
  const [stopping, setStopping] = useState(false);
  const [siblings, setSiblings] = useState(initialSiblings);
  const [cut, setCut] = useState<WyeMessage | null>(null);
  const saved = useRef<Set<string>>(new Set(initialMessages.map(({ id }) => id)));
  const lastRequest = useRef<ReplyRequest | null>(null);
  const lastTaken = useRef(false);
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(
    () => new Set(initialMessages.map(({ id }) => id)),
  );

  const chat = useChat<WyeMessage>({
    id: chatId,
    messages: initialMessages,
    transport,
    generateId: uuidv7,
    throttle: RENDER_EVERY_MS,
    onFinish: ({ messages }) => {
      for (const { id } of messages) if (isAnswered(messages, id)) saved.current.add(id);
      setStopping(false);
      onFinished?.(chatId);
    },
  });
  const { messages, sendMessage, regenerate, setMessages, resumeStream, clearError } = chat;

  const keep = useCallback((known: readonly WyeMessage[]) => {
    const ids = known.map(({ id }) => id);
    for (const id of ids) saved.current.add(id);
    setAccepted((before) => new Set([...before, ...ids]));
  }, []);
  const show = useCallback(
    (view: ConversationView) => {
      keep(view.messages);
      clearError();
      setMessages(view.messages);
      setSiblings(view.siblings);
    },
    [keep, clearError, setMessages],
  );
  const recovering = useRecovery({ chat, chatId, show, resumeStream, onAway: setAway });

  useEffect(() => {
    onAccepted.current = () => {
      lastTaken.current = true;
      const { message: question, settings } = lastRequest.current ?? {};
      if (settings !== undefined && settings === unsavedSettings.current) unsavedSettings.current = null;
      if (question) setAccepted((before) => new Set([...before, question.id]));
      onStarted?.(chatId);
    };
  }, [chatId, onStarted, unsavedSettings]);

  const request = useCallback(
    ({ temporary: _before, ...asked }: ReplyRequest): { body: ReplyRequest } => {
      const settings = unsavedSettings.current;
      const body = { ...asked, ...(settings && { settings }), ...(temporary && { temporary }) };
      lastRequest.current = body;
      lastTaken.current = false;
      setStopping(false);
      return { body };
    },
    [unsavedSettings, temporary],
  );

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
      ask(toQuestion(text, placeAfter(before), ids?.questionId), text, choice, ids?.answerId);
    },
    [messages, isUnsent, setMessages, ask],
  );

  const edit = useCallback(
    ({ message, before, beside, earlier }: PathCut, text: string, choice: Choice, questionId?: string) => {
      const question = toQuestion(text, placeOf(message), questionId);
      if (earlier) keep([...before, message]);
      setMessages(before);
      // A question that the server does not have leaves no branch behind.
      if (earlier || accepted.has(message.id)) {
        const key = question.metadata?.parentId ?? ROOT;
        setSiblings((now) => withSibling(now, key, beside ?? [message.id], question.id));
      }
      ask(question, text, choice);
    },
    [accepted, keep, setMessages, ask],
  );

  /** What the last request was to go on from, where it may not have arrived. */
  const lostContinuation = useCallback(({ id }: WyeMessage): string | undefined => {
    const { parentId, continuesId } = lastRequest.current ?? {};
    return !lastTaken.current && parentId === id ? continuesId : undefined;
  }, []);
  const answerAgain = useCallback(
    (
      choice: Choice,
      answer: PathCut | undefined,
      { goesOn, standIn }: { goesOn: boolean; standIn?: true },
    ) => {
      const shown = answer?.earlier ? [...answer.before, answer.message] : messages;
      const again = answer?.message ?? messages.at(-1);
      const question = again && questionOf(shown, again);
      if (!question) return;
      if (answer?.earlier) {
        keep(shown);
        setMessages(shown);
      }
      const last = { last: lastRequest.current, lastTaken: lastTaken.current };
      const continuesId = goesOn ? again.id : answer === undefined ? lostContinuation(question) : undefined;
      const besideId = again.role === "assistant" ? again.id : undefined;
      const how = { continuesId, besideId, standIn };
      const asked = askAgain({ chatId, question, choice, saved: saved.current, ...how, ...last });
      if (again.role === "assistant")
        setSiblings((now) => withSibling(now, question.id, answer?.beside ?? [again.id], asked.answerId));
      setCut(goesOn ? begunWith(again, asked.answerId) : null);
      void regenerate({ messageId: again.id, ...request(asked) });
    },
    [chatId, messages, keep, setMessages, regenerate, request, lostContinuation],
  );
  const retry = useCallback(
    (choice: Choice, answer?: PathCut, standIn?: true) =>
      answerAgain(choice, answer, { goesOn: false, ...(standIn && { standIn }) }),
    [answerAgain],
  );
  const goOn = useCallback(
    (choice: Choice, answer: PathCut) => answerAgain(choice, answer, { goesOn: true }),
    [answerAgain],
  );

  const following = recovering || chat.status === "submitted" || chat.status === "streaming";
  const busy = useRef(false);
  /** The answer that is being written, as far as this page knows. */
  const writing = useRef<string | undefined>(undefined);
  useEffect(() => {
    busy.current = following;
    writing.current = isHalf(messages) ? messages.at(-1)?.id : lastRequest.current?.answerId;
  }, [following, messages]);
  const stop = useCallback(
    async (isAsked: () => boolean = () => false) => {
      setStopping(true);
      const answerId = isAsked() ? undefined : writing.current;
      const stopped = await askToStop(chatId, answerId, () => busy.current || isAsked());
      if (!stopped) setStopping(false);
      return { stopped };
    },
    [chatId],
  );

  const follow = useCallback(
    async (parent: PathCut | null, below: WyeMessage | undefined, messageId: string) => {
      if (parent && below) {
        const { message, before, earlier } = parent;
        if (earlier) keep([...before, message]);
        setSiblings((now) => withSibling(now, message.id, [below.id], messageId));
        setMessages([...before, message]);
      }
      await resumeStream();
      setStopping(false);
    },
    [keep, setMessages, resumeStream],
  );

  const isAsking = chat.status === "submitted" || chat.status === "streaming";
  const steady = useSteady(messages);
  const shown = useMemo(() => withCut(steady, cut, isAsking), [steady, cut, isAsking]);
  const status =
    away && following ? "recovering" : statusOf(recovering ? "streaming" : chat.status, shown, stopping);
  const error = recovering ? undefined : chat.error;
  const failure = useMemo(() => (error === undefined ? null : toFailure(error)), [error]);
  const unsent = isUnsent ? messageText(last) : null;
  return useMemo(
    () => ({
      ...{ messages: shown, siblings, status, failure, unsent },
      ...{ send, edit, show, retry, goOn, stop, follow },
    }),
    [shown, siblings, status, failure, unsent, send, edit, show, retry, goOn, stop, follow],
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
