"use client";

import { memo, useLayoutEffect } from "react";
import { type ConversationInput, type ConversationState, useConversation } from "./use-conversation";

export interface ChatConnectionProps {
  input: ConversationInput;
  onState: (state: ConversationState) => void;
}

/** Renders nothing: it holds the connection, so that the AI SDK need not be part of the page's first load. */
export const ChatConnection = memo(function ChatConnection({ input, onState }: ChatConnectionProps) {
  const state = useConversation(input);
  useLayoutEffect(() => onState(state), [state, onState]);
  return null;
});
