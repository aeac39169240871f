"use client";

import { useTranslations } from "next-intl";
import { useCallback, useMemo, useRef, useState } from "react";
import { useStickToBottom } from "use-stick-to-bottom";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { WyeMessage } from "@/lib/chat/message";
import type { Picker } from "@/lib/chat/picker";
import type { Choice, Mode } from "@/lib/router/choice";
import { Composer } from "./composer";
import { ConversationFrame } from "./conversation-frame";
import { EmptyChat } from "./empty-chat";
import { JumpToLatest } from "./jump-to-latest";
import { LiveStatus } from "./live-status";
import { MessageList } from "./message-list";
import { ModelPicker } from "./model-picker";
import { useComposerKeys } from "./use-composer-keys";
import { useConnection } from "./use-connection";
import { useDraft } from "./use-draft";
import { useLetGo } from "./use-let-go";

export interface ConversationProps {
  chatId: string;
  /** Of the chat, for its heading; null in a new chat. */
  title: string | null;
  /** The active path, oldest first; empty in a new chat. */
  initialMessages: WyeMessage[];
  /** A reply is being written on the server: it is followed. */
  streaming: boolean;
  choice: Choice;
  picker: Picker;
  preferences: ChatPreferences;
  /** Longest question that the server takes. */
  maxCharacters: number;
  /** Where a model is connected; null for a person who may not. */
  connectHref: string | null;
  /** Names the draft of a new chat in this browser: a constant, because the chat's id is new each time. */
  draftKey?: string;
  /** The server has a question: a new chat now has an address. */
  onStarted?: (chatId: string) => void;
  /** The answer ended, however it did. */
  onFinished?: (chatId: string) => void;
  onChoiceChange?: (choice: Choice) => void;
  onShowReasoningChange?: (show: boolean) => void;
}

export interface ChatPreferences {
  /** Null while the person never chose: shown while it is written, then folded. */
  showReasoning: boolean | null;
}

/** One conversation: what was said, what is being written, and the composer. */
export function Conversation(props: ConversationProps) {
  return <OneConversation key={props.chatId} {...props} />;
}

function OneConversation(props: ConversationProps) {
  const { chatId, title, picker, preferences, maxCharacters, draftKey = chatId } = props;
  const { initialMessages, streaming, onFinished } = props;
  const t = useTranslations("chat");
  const textarea = useRef<HTMLTextAreaElement>(null);
  const [choice, setChoice] = useChoice(props.choice, props.onChoiceChange);
  const [showReasoning, setShowReasoning] = useChoice(preferences.showReasoning, props.onShowReasoningChange);
  const draft = useDraft(chatId, draftKey);
  const onStarted = useStarted(draft.release, props.onStarted);
  const input = useMemo(
    () => ({ chatId, initialMessages, streaming, onStarted, onFinished }),
    [chatId, initialMessages, streaming, onStarted, onFinished],
  );
  const { state, prepare, element: connection } = useConnection(input);
  const { messages, status, failure, send, retry, stop } = state;
  const { scrollRef, contentRef, isAtBottom, scrollToBottom, stopScroll } = useStickToBottom({
    // A new chat is read from its top.
    initial: initialMessages.length > 0 && "instant",
    resize: "instant",
  });
  useLetGo(scrollRef, stopScroll);
  const busy = status !== "ready" && status !== "failed";

  const { giveBack } = draft;
  const onStop = useCallback(() => {
    void stop().then(({ stopped, unsent }) => {
      if (unsent !== undefined) giveBack(unsent);
      if (!stopped) toast.error(t("stopFailed"));
    });
  }, [stop, giveBack, t]);
  useComposerKeys({ textarea, busy, onStop });

  // Opening or folding must not carry away what was clicked.
  const onShowReasoning = useCallback(
    (show: boolean) => {
      stopScroll();
      setShowReasoning(show);
    },
    [stopScroll, setShowReasoning],
  );
  const onRegenerate = useCallback((answerId: string) => retry(choice, answerId), [retry, choice]);
  const onRetry = useCallback(() => retry(choice), [retry, choice]);

  function onSend(): void {
    const text = draft.text.trim();
    send(text, choice);
    draft.hold(text, state.unsent ?? "");
    void scrollToBottom("instant");
  }

  function onExample(text: string, mode: Mode): void {
    draft.change(text);
    if (picker.modes.some((entry) => entry.mode === mode && entry.model !== null))
      setChoice({ kind: "mode", mode });
    textarea.current?.focus();
  }

  return (
    <ConversationFrame
      scrollRef={scrollRef}
      contentRef={contentRef}
      overlay={
        messages.length > 0 && !isAtBottom && <JumpToLatest onJump={() => void scrollToBottom("instant")} />
      }
      composer={
        <Composer
          value={draft.text}
          onChange={draft.change}
          onSend={onSend}
          onFocus={prepare}
          onStop={onStop}
          busy={busy}
          stopping={status === "stopping"}
          maxCharacters={maxCharacters}
          textarea={textarea}
          picker={<ModelPicker picker={picker} choice={choice} onChoose={setChoice} textarea={textarea} />}
        />
      }
    >
      {messages.length === 0 ? (
        <EmptyChat
          onExample={onExample}
          hasModel={picker.models.length > 0}
          connectHref={props.connectHref}
        />
      ) : (
        <>
          <h1 className="sr-only">{title ?? t("conversation")}</h1>
          <MessageList
            messages={messages}
            status={status}
            failure={failure}
            showReasoning={showReasoning}
            onShowReasoningChange={onShowReasoning}
            onRegenerate={onRegenerate}
            onRetry={onRetry}
          />
        </>
      )}
      {status === "recovering" && (
        <Notice role="status" className="mt-6 animate-fade">
          {t("recovering")}
        </Notice>
      )}
      {connection}
      <LiveStatus status={status} asked={messages.length > initialMessages.length} />
    </ConversationFrame>
  );
}

/** The draft is let go once the server has the question, and not before. */
function useStarted(
  release: () => void,
  onStarted: ConversationProps["onStarted"],
): NonNullable<ConversationProps["onStarted"]> {
  return useCallback(
    (chatId) => {
      release();
      onStarted?.(chatId);
    },
    [release, onStarted],
  );
}

/** Holds what the person chose last and tells the page, which keeps it. */
function useChoice<Value extends Choice | boolean | null>(
  initial: Value,
  onChange: ((value: NonNullable<Value>) => void) | undefined,
): [Value, (value: NonNullable<Value>) => void] {
  const [value, setValue] = useState(initial);
  const change = useCallback(
    (next: NonNullable<Value>) => {
      setValue(next);
      onChange?.(next);
    },
    [onChange],
  );
  return [value, change];
}
