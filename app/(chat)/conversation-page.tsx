"use client";

import { useCallback, useEffect } from "react";
import { Conversation, type ConversationProps } from "@/components/chat/conversation";
import { chatsChanged } from "@/components/shell/chats-changed";
import type { Choice } from "@/lib/router/choice";

interface Props extends ConversationProps {
  isNew: boolean;
  rememberChoice: (input: { chatId: string | null; choice: Choice }) => Promise<unknown>;
  rememberShowReasoning: (input: { showReasoning: boolean }) => Promise<unknown>;
}

/** A conversation, its address and its place in the sidebar. */
export function ConversationPage({ isNew, rememberChoice, rememberShowReasoning, ...conversation }: Props) {
  const { chatId } = conversation;

  useEffect(() => {
    // Going back to a chat that began on this page finds it empty: have the server show what was said since.
    if (isNew && window.location.pathname !== "/") window.location.reload();
  }, [isNew]);

  const onStarted = useCallback(() => {
    // The chat has an address from its first question on, and the page that streams it must stay.
    if (isNew) window.history.replaceState(null, "", `/chat/${chatId}`);
    chatsChanged();
  }, [isNew, chatId]);

  const onChoiceChange = useCallback(
    (choice: Choice) => void rememberChoice({ chatId: isNew ? null : chatId, choice }),
    [isNew, chatId, rememberChoice],
  );
  const onShowReasoningChange = useCallback(
    (showReasoning: boolean) => void rememberShowReasoning({ showReasoning }),
    [rememberShowReasoning],
  );

  return (
    <Conversation
      {...conversation}
      onStarted={onStarted}
      onFinished={chatsChanged}
      onChoiceChange={onChoiceChange}
      onShowReasoningChange={onShowReasoningChange}
    />
  );
}
