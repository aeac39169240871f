"use client";

import { useTranslations } from "next-intl";
import { useCallback, useMemo, useRef } from "react";
import { useStickToBottom } from "use-stick-to-bottom";
import { v7 as uuidv7 } from "uuid";
import { toast } from "@/components/ui/toast";
import type { ConversationView } from "@/lib/chat/get-conversation";
import type { Mode } from "@/lib/router/choice";
import type { Walking } from "./branch-walker";
import { CompareBar } from "./compare-bar";
import { Composer } from "./composer";
import { ComposerTools } from "./composer-tools";
import { ContextNotice } from "./context-notice";
import { ConversationFrame } from "./conversation-frame";
import type { ConversationProps } from "./conversation-props";
import { EmptyChat } from "./empty-chat";
import { ForkSource } from "./fork-source";
import { isRefusedAsTooLong } from "./is-refused-as-too-long";
import { joinTexts } from "./join-texts";
import { JumpButtons } from "./jump-buttons";
import { LiveStatus } from "./live-status";
import { MessageList } from "./message-list";
import type { Queued } from "./queued";
import { QueuedMessages } from "./queued-messages";
import { Reconnecting } from "./reconnecting";
import { roomAtEnd } from "./room-actions";
import { useBranchKeys } from "./use-branch-keys";
import { useBranches } from "./use-branches";
import { useCatchUp } from "./use-catch-up";
import { useChatSettings } from "./use-chat-settings";
import { useChoice } from "./use-choice";
import { useCompareSet } from "./use-compare-set";
import { useComparison } from "./use-comparison";
import { useComposerKeys } from "./use-composer-keys";
import { useConnection } from "./use-connection";
import { useContextUse } from "./use-context-use";
import { useDraft } from "./use-draft";
import { useLetGo } from "./use-let-go";
import { useMessageActions } from "./use-message-actions";
import { useOpenAtEnd } from "./use-open-at-end";
import { usePath } from "./use-path";
import { usePick } from "./use-pick";
import { useQueue } from "./use-queue";
import { useResend } from "./use-resend";
import { useStarted } from "./use-started";
import { useSummaries } from "./use-summaries";

/** From so many messages on, the beginning is far. */
const LONG_FROM = 20;
/** One conversation: what was said, what is being written, and the composer. */
export function Conversation(props: ConversationProps) {
  return <OneConversation key={props.chatId} {...props} />;
}

function OneConversation(props: ConversationProps) {
  const { chatId, title, picker, preferences, maxCharacters, ownKey, draftKey = ownKey } = props;
  const { initialMessages, initialSiblings, temporary, onFinished } = props;
  const t = useTranslations("chat");
  const textarea = useRef<HTMLTextAreaElement>(null);
  const [choice, setChoice] = useChoice(props.choice, props.onChoiceChange);
  const [showReasoning, setShowReasoning] = useChoice(preferences.showReasoning, props.onShowReasoningChange);
  const settings = useChatSettings(props.settings, initialMessages.length === 0, props.onSettingsChange);
  const { unsaved: unsavedSettings } = settings;
  const draft = useDraft({
    chatId,
    ...{ newKey: draftKey, ownKey },
    initial: props.draft,
    initialMessages,
    maxCharacters: props.maxDraftCharacters,
    textarea,
  });
  const onStarted = useStarted(draft.release, props.onStarted);
  const input = useMemo(
    () => ({ chatId, initialMessages, initialSiblings, unsavedSettings, temporary, onStarted, onFinished }),
    [chatId, initialMessages, initialSiblings, unsavedSettings, temporary, onStarted, onFinished],
  );
  const { state: alone, prepare, element: connection } = useConnection(input);
  const state = useComparison({ ...input, state: alone });
  const { messages, status, failure, unsent, send, retry, stop, compare, columns } = state;
  const path = usePath(chatId, state);
  const { giveBack } = draft;
  const { show: showPath } = path;
  const show = useCallback(
    (view: ConversationView) => {
      // What the server does not have is not in what it shows: it is typed again.
      if (unsent !== null) giveBack(unsent);
      showPath(view);
    },
    [unsent, giveBack, showPath],
  );
  const summaries = useSummaries({
    chatId,
    actions: props.branchActions,
    state,
    path,
    show,
    choice,
    draft,
    onForked: props.onForked,
  });
  useCatchUp({ chatId, latestLeafId: props.latestLeafId, state, show: showPath });
  useResend({ chatId, state, choice });
  const { scrollRef, contentRef, isAtBottom, scrollToBottom, stopScroll } = useStickToBottom({
    // A new chat is read from its top.
    initial: initialMessages.length > 0 && "instant",
    resize: "instant",
  });
  useLetGo(scrollRef, stopScroll);
  const atEnd = useOpenAtEnd(scrollRef, initialMessages.length > 0, stopScroll);
  const busy = summaries.starting || (status !== "ready" && status !== "failed");
  const contextUse = useContextUse({ chatId, initial: props.contextUse, messages, busy });

  const { isStarting } = summaries;
  const onStop = useCallback(async () => {
    const result = await stop(isStarting);
    if (result.unsent !== undefined) giveBack(result.unsent);
    if (!result.stopped) toast.error(t("stopFailed"));
    return result.stopped;
  }, [stop, isStarting, giveBack, t]);
  useComposerKeys({ textarea, busy, onStop });

  // Opening or folding must not carry away what was clicked.
  const onShowReasoning = useCallback(
    (show: boolean) => {
      stopScroll();
      setShowReasoning(show);
    },
    [stopScroll, setShowReasoning],
  );
  const walking: Walking = useRef(null);
  const branches = useBranches({
    chatId,
    actions: props.branchActions,
    busy,
    show,
    onForked: props.onForked,
  });
  // An answer that is being written can be stopped to its end.
  const isClosed = Boolean(props.closed) && !busy;
  const actions = useMessageActions({
    ...{ busy: busy || isClosed, state, path, branches, summaries },
    ...{ choice, setChoice, stopScroll, draft },
  });
  const onPick = usePick({
    ...{ chatId, actions: props.branchActions, columns, show, setChoice, stopScroll, textarea },
  });
  const compareSet = useCompareSet(choice, picker);
  useBranchKeys({ path, onSelect: actions?.select ?? null });
  const { hold } = draft;
  const typed = draft.text;
  const sendQueued = useCallback(
    ({ id, answerId, text }: Queued) => {
      send(text, choice, { questionId: id, answerId });
      hold({ text, questionId: id }, joinTexts(unsent ?? "", typed));
    },
    [send, choice, hold, unsent, typed],
  );
  const queue = useQueue({
    queueKey: messages.length === 0 ? draftKey : ownKey,
    // While a summary begins nothing else may.
    state: summaries.starting ? { ...state, status: "waiting" } : state,
    onSend: sendQueued,
    onStop,
  });
  const onRetry = useCallback(() => retry(choice), [retry, choice]);

  function onSend(): void {
    const text = draft.text.trim();
    if (compareSet.choices !== null) {
      const questionId = uuidv7();
      compare(text, compareSet.choices, questionId);
      draft.hold({ text, questionId }, unsent ?? "");
      compareSet.stop();
    } else if (busy || !queue.online) {
      queue.add(text);
      draft.change("");
    } else {
      const questionId = uuidv7();
      send(text, choice, { questionId, answerId: uuidv7() });
      draft.hold({ text, questionId }, unsent ?? "");
    }
    void scrollToBottom("instant");
  }

  function onBeginning(): void {
    stopScroll();
    scrollRef.current?.scrollTo({ top: 0 });
  }

  function onEditQueued(item: Queued): void {
    queue.take(item);
    giveBack(item.text);
    textarea.current?.focus();
  }

  function onExample(text: string, mode: Mode): void {
    draft.change(text);
    // Auto finds the mode by itself.
    const isAuto = choice.kind === "mode" && choice.mode === "auto";
    if (!isAuto && picker.modes.some((entry) => entry.mode === mode && entry.model !== null))
      setChoice({ kind: "mode", mode });
    textarea.current?.focus();
  }

  return (
    <ConversationFrame
      scrollRef={scrollRef}
      contentRef={contentRef}
      atEnd={atEnd}
      overlay={
        messages.length > 0 &&
        !isAtBottom && (
          <JumpButtons
            onLatest={() => void scrollToBottom("instant")}
            onBeginning={path.length < LONG_FROM ? null : onBeginning}
          />
        )
      }
      composer={
        isClosed ? (
          props.closed
        ) : (
          <>
            {contextUse !== null && !busy && !isRefusedAsTooLong(messages.at(-1)) && (
              <ContextNotice
                use={contextUse}
                choice={choice}
                picker={picker}
                typed={draft.text}
                onChoose={setChoice}
                {...roomAtEnd({ messages }, summaries)}
              />
            )}
            <QueuedMessages queue={queue} busy={busy} onEdit={onEditQueued} />
            <Composer
              value={draft.text}
              onChange={draft.change}
              onSend={onSend}
              onFocus={prepare}
              onStop={() => void onStop()}
              busy={busy}
              stopping={status === "stopping"}
              maxCharacters={maxCharacters}
              textarea={textarea}
              held={compareSet.choices !== null && (busy || !compareSet.ready)}
              top={
                compareSet.choices !== null && (
                  <CompareBar
                    set={compareSet}
                    choices={compareSet.choices}
                    picker={picker}
                    busy={busy}
                    textarea={textarea}
                  />
                )
              }
              picker={
                <ComposerTools {...{ picker, choice, settings, compareSet, textarea }} onChoose={setChoice} />
              }
            />
          </>
        )
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
          {props.forkedFrom !== null && <ForkSource source={props.forkedFrom} />}
          <MessageList
            path={path}
            scroller={scrollRef}
            status={status}
            failure={failure}
            showReasoning={showReasoning}
            onShowReasoningChange={onShowReasoning}
            onFold={stopScroll}
            actions={actions}
            walking={walking}
            picker={picker}
            columns={columns}
            choice={choice}
            onPick={onPick}
            maxCharacters={maxCharacters}
            onRetry={onRetry}
          />
        </>
      )}
      {status === "recovering" && <Reconnecting />}
      {connection}
      <LiveStatus status={status} />
    </ConversationFrame>
  );
}
