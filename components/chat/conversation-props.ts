import type { ReactNode } from "react";
import type { ChatSettings } from "@/lib/chat/chat-settings";
import type { ContextUse } from "@/lib/chat/context-use";
import type { ServerDraft } from "@/lib/chat/draft";
import type { WyeMessage } from "@/lib/chat/message";
import type { Picker } from "@/lib/chat/picker";
import type { Siblings } from "@/lib/chat/tree";
import type { Choice } from "@/lib/router/choice";
import type { BranchActions } from "./branch-actions";
import type { SaveSettings } from "./use-chat-settings";

export interface ConversationProps {
  chatId: string;
  /** Of the chat, for its heading; null in a new chat. */
  title: string | null;
  /** The end of the active path, oldest first; empty in a new chat. */
  initialMessages: WyeMessage[];
  initialSiblings: Siblings;
  /** What the next question would be sent with; null in a new chat. */
  contextUse: ContextUse | null;
  /** The chat that this one was copied from. */
  forkedFrom: { id: string; title: string | null } | null;
  branchActions: BranchActions;
  /** Why nothing may be asked here: stands in place of the composer. */
  closed?: ReactNode;
  /** The chat's last message, as the list of chats has it; null when it does not say. */
  latestLeafId: string | null;
  choice: Choice;
  settings: ChatSettings;
  picker: Picker;
  preferences: ChatPreferences;
  /** Longest question that the server takes. */
  maxCharacters: number;
  /** Where a model is connected; null for a person who may not. */
  connectHref: string | null;
  /** What the person has typed here and not sent, on whichever device. */
  draft: ServerDraft;
  /** Longest draft that the server keeps. */
  maxDraftCharacters: number;
  /** Names the draft of a new chat: a constant, because the chat's id is new each time. */
  draftKey?: string;
  /** Names the draft of the chat once it is there. */
  ownKey: string;
  /** It leaves nothing but its cost. */
  temporary: boolean;
  /** The server has a question: a new chat now has an address. */
  onStarted?: (chatId: string) => void;
  /** The answer ended, however it did. */
  onFinished?: (chatId: string) => void;
  /** A part of the chat was copied into a new one. */
  onForked?: (chatId: string) => void;
  onChoiceChange?: (choice: Choice) => void;
  onSettingsChange?: SaveSettings;
  onShowReasoningChange?: (show: boolean) => void;
}

export interface ChatPreferences {
  /** Null while the person never chose: shown while it is written, then folded. */
  showReasoning: boolean | null;
}
