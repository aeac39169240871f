import type { ConversationView } from "@/lib/chat/get-conversation";

type Answer<Value> = { ok: true; value: Value } | { ok: false };

interface MessageRef {
  chatId: string;
  messageId: string;
}

/** What changes the tree of a chat without asking a model. */
export interface BranchActions {
  /** Each answers with what the chat shows now. */
  select: (ref: MessageRef) => Promise<Answer<ConversationView>>;
  remove: (ref: MessageRef) => Promise<Answer<ConversationView>>;
  restore: (ref: MessageRef) => Promise<Answer<ConversationView>>;
  /** Answers with the new chat. */
  fork: (ref: MessageRef) => Promise<Answer<{ chatId: string }>>;
}
