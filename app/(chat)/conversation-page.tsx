"use client";

import { usePathname, useRouter } from "next/navigation";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { AnswerSignalsProvider, type RateAnswer } from "@/components/chat/answer-signals";
import { Conversation } from "@/components/chat/conversation";
import type { ConversationProps } from "@/components/chat/conversation-props";
import { type PickerHelp, PickerHelpProvider } from "@/components/chat/picker-help";
import { type StandIn, StandInProvider } from "@/components/chat/stand-in";
import { type TemporaryActions, TemporaryFrame } from "@/components/chat/temporary-frame";
import { temporaryKey } from "@/components/chat/temporary-key";
import type { TemporarySpan } from "@/components/chat/temporary-strip";
import { useFreshPicker } from "@/components/chat/use-fresh-picker";
import { chatsChanged } from "@/components/shell/chats-changed";
import { onChatsSeen, seenTemporary } from "@/components/shell/seen-chats";
import { useLatestLeaf } from "@/components/shell/use-latest-leaf";
import type { ChatSettings } from "@/lib/chat/chat-settings";
import type { TemporaryRule } from "@/lib/chat/temporary";
import type { ActionResult } from "@/lib/http/action";
import type { Choice } from "@/lib/router/choice";

/** Whether the chat leaves nothing but its cost. */
export interface Temporariness {
  /** Asked for by the address of a new chat, or so of one that is there. */
  wanted: boolean;
  /** Whether one may begin. */
  rule: TemporaryRule;
  /** A legal hold keeps it all the same. */
  held: boolean;
  span: TemporarySpan;
  actions: TemporaryActions;
}

interface Props extends Omit<ConversationProps, "latestLeafId" | "temporary" | "draftKey" | "ownKey"> {
  isNew: boolean;
  temporariness: Temporariness;
  rememberChoice: (input: { chatId: string | null; choice: Choice }) => Promise<unknown>;
  rememberShowReasoning: (input: { showReasoning: boolean }) => Promise<unknown>;
  standIn: StandIn;
  rememberStandIn: (input: { standIn: StandIn }) => Promise<ActionResult<void>>;
  rateAnswer: RateAnswer;
  pickerHelp: PickerHelp;
  saveSettings: (input: { chatId: string; settings: ChatSettings }) => Promise<{ ok: boolean }>;
}

/** A conversation, its address and its place in the sidebar. */
export function ConversationPage({
  isNew,
  temporariness: { wanted, ...temporariness },
  rememberChoice,
  rememberShowReasoning,
  standIn,
  rememberStandIn,
  rateAnswer,
  saveSettings,
  pickerHelp,
  ...conversation
}: Props) {
  const { chatId } = conversation;
  const latestLeafId = useLatestLeaf(chatId);
  const { picker, refresh, failed } = useFreshPicker(conversation.picker);

  const router = useRouter();
  const started = useRef(false);
  const [isBegun, setBegun] = useState(!isNew);
  const [temporary, setTemporary] = useState(wanted && temporariness.rule === "open");
  const onTemporary = useCallback((next: boolean) => {
    setTemporary(next);
    // So that it stays through a reload.
    window.history.replaceState(null, "", next ? "/?temporary" : "/");
  }, []);
  useChatAddress({ isNew, chatId, started });

  const here = useHere();
  const onStarted = useCallback(() => {
    started.current = true;
    setBegun(true);
    // The chat has an address from its first question on, and the page that streams it must stay. Whoever has left
    // meanwhile is at another address.
    if (isNew && here.current) window.history.replaceState(null, "", `/chat/${chatId}`);
    chatsChanged(chatId);
  }, [isNew, chatId, here]);

  const onChoiceChange = useCallback(
    (choice: Choice) => void rememberChoice({ chatId: isNew && !started.current ? null : chatId, choice }),
    [isNew, chatId, rememberChoice],
  );
  const onShowReasoningChange = useCallback(
    (showReasoning: boolean) => void rememberShowReasoning({ showReasoning }),
    [rememberShowReasoning],
  );

  const onSettingsChange = useCallback(
    async (settings: ChatSettings) => {
      // A chat that is not there yet is sent them with its first question.
      if (isNew && !started.current) return "later" as const;
      return saveSettings({ chatId, settings }).then(
        ({ ok }) => (ok ? "saved" : "failed"),
        () => "failed" as const,
      );
    },
    [isNew, chatId, saveSettings],
  );

  const onForked = useCallback(
    (forkId: string) => {
      chatsChanged();
      router.push(`/chat/${forkId}`);
    },
    [router],
  );

  return (
    <PickerHelpProvider help={pickerHelp} refresh={refresh} failed={failed}>
      <StandInProvider initial={standIn} remember={rememberStandIn}>
        <AnswerSignalsProvider chatId={chatId} rateAnswer={rateAnswer}>
          <TemporaryFrame
            {...{ chatId, temporary, onTemporary, isBegun, wanted, ...temporariness }}
            chats={TEMPORARY_CHATS}
            onChanged={chatsChanged}
          >
            <Conversation
              {...conversation}
              {...draftKeys(chatId, isNew, temporary)}
              temporary={temporary}
              picker={picker}
              latestLeafId={latestLeafId}
              onForked={onForked}
              onStarted={onStarted}
              onFinished={chatsChanged}
              onChoiceChange={onChoiceChange}
              onShowReasoningChange={onShowReasoningChange}
              onSettingsChange={onSettingsChange}
            />
          </TemporaryFrame>
        </AnswerSignalsProvider>
      </StandInProvider>
    </PickerHelpProvider>
  );
}

const TEMPORARY_CHATS = { subscribe: onChatsSeen, read: seenTemporary };

/** A draft is its chat's, and before that the next new chat's; of a temporary one it stays in its tab. */
function draftKeys(chatId: string, isNew: boolean, temporary: boolean) {
  const ownKey = temporary ? temporaryKey(chatId) : chatId;
  const newKey = temporary ? temporaryKey("new") : "new";
  return { ownKey, draftKey: isNew ? newKey : ownKey };
}

/** Is the page still shown? */
function useHere(): RefObject<boolean> {
  const here = useRef(false);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return here;
}

interface ChatAddress {
  isNew: boolean;
  chatId: string;
  started: RefObject<boolean>;
}

/** A chat that began on the page for new chats lives there under its own address, so the router takes both addresses
 *  for one page and asks the server for nothing. */
function useChatAddress({ isNew, chatId, started }: ChatAddress): void {
  const pathname = usePathname();
  const router = useRouter();
  useEffect(() => {
    if (!isNew) return;
    const isOwn = started.current && pathname === `/chat/${chatId}`;
    // From the chat to a new one.
    if (pathname === "/" && started.current) router.refresh();
    // Back to a chat that began here, which this page does not have.
    if (pathname.startsWith("/chat/") && !isOwn) window.location.reload();
  }, [isNew, chatId, started, pathname, router]);
}
