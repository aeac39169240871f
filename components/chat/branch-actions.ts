import type { ConversationView } from "@/lib/chat/get-conversation";
import type { Choice } from "@/lib/router/choice";

type Answer<Value> = { ok: true; value: Value } | { ok: false };

interface MessageRef {
  chatId: string;
  messageId: string;
}

interface SummaryRequest {
  chatId: string;
  parentId: string;
  summaryId: string;
  choice: Choice;
}

/** What changes the tree of a chat beside questions and answers. */
export interface BranchActions {
  /** Each answers with what the chat shows now. */
  select: (ref: MessageRef) => Promise<Answer<ConversationView>>;
  /** Goes on with one of the answers that stand side by side; also answers with what the next question is answered by
   *  then, where that is known. */
  pick: (ref: MessageRef) => Promise<Answer<{ view: ConversationView; choice: Choice | null }>>;
  remove: (ref: MessageRef) => Promise<Answer<ConversationView>>;
  restore: (ref: MessageRef) => Promise<Answer<ConversationView>>;
  /** Answers with the new chat. */
  fork: (ref: MessageRef) => Promise<Answer<{ chatId: string }>>;
  /** Has a summary written under `parentId`; answers once it has begun. */
  summarise: (request: SummaryRequest) => Promise<Answer<{ summaryId: string }>>;
  editSummary: (edit: MessageRef & { text: string }) => Promise<Answer<ConversationView>>;
  /** Answers with the new chat, which begins with the summary. */
  continueFromSummary: (ref: MessageRef) => Promise<Answer<{ chatId: string }>>;
}
