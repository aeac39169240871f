import { messageText } from "./message-text";
import type { ConversationState } from "./use-conversation";
import type { Summaries } from "./use-summaries";

/** Ways to go on in a chat that is too long for its model. Null where there is nothing to summarise. */
export interface RoomActions {
  compact: (() => void) | null;
  continueElsewhere: (() => void) | null;
}

/** At the end of what is shown. */
export function roomAtEnd(
  { messages }: Pick<ConversationState, "messages">,
  { summarise, continueFrom }: Summaries,
): RoomActions {
  const last = messages.at(-1);
  if (!last) return { compact: null, continueElsewhere: null };
  // A summary that nothing follows is as short as it can be made, and is used as it is.
  if (last.metadata?.summary && last.metadata.status === "complete") {
    return { compact: null, continueElsewhere: () => continueFrom(last.id) };
  }
  return {
    compact: () => summarise(last.id),
    continueElsewhere: () => summarise(last.id, { kind: "continue", question: null }),
  };
}

/** Where a model refused to answer: what is above the question is summarised, and the question comes after it. */
export function roomBefore(
  { messages }: Pick<ConversationState, "messages">,
  { summarise }: Summaries,
  answerId: string,
): RoomActions {
  const question = messages[messages.findIndex(({ id }) => id === answerId) - 1];
  const parentId = question?.role === "user" ? question.metadata?.parentId : null;
  if (!question || !parentId) return { compact: null, continueElsewhere: null };
  const text = messageText(question);
  return {
    compact: () => summarise(parentId, { kind: "ask", text }),
    continueElsewhere: () => summarise(parentId, { kind: "continue", question: text }),
  };
}
