import { v7 as uuidv7 } from "uuid";
import type { ChatSettings } from "@/lib/chat/chat-settings";
import type { ComparisonPlace } from "@/lib/chat/comparison";
import type { WyeMessage } from "@/lib/chat/message";
import { MOST_COMPARED } from "@/lib/chat/most-compared";
import type { Siblings } from "@/lib/chat/tree";
import type { Choice } from "@/lib/router/choice";
import { columnsOf, freePlace, placeOf } from "./columns";
import type { ColumnStart, ComparisonStart } from "./comparison-run";
import type { PathCut } from "./path-cut";
import { placeAfter } from "./place-after";
import { toQuestion } from "./to-question";
import type { ConversationState } from "./use-conversation";
import { withSibling } from "./with-sibling";

export interface ComparisonPlan extends Pick<ComparisonStart, "before" | "columns" | "activeId"> {
  siblings: Siblings;
}

interface Asking {
  chatId: string;
  state: Pick<ConversationState, "messages" | "siblings" | "unsent">;
  /** That the server has yet to be told. */
  settings: ChatSettings | null;
  temporary: boolean;
}

/** A new question, to several at once. */
export function askedTogether(
  { chatId, state, settings, temporary }: Asking,
  text: string,
  choices: readonly Choice[],
  questionId: string,
): ComparisonPlan {
  // Nothing can follow on a question that the server does not have.
  const before = state.unsent === null ? state.messages : state.messages.slice(0, -1);
  const question = toQuestion(text, placeAfter(before), questionId);
  const id = uuidv7();
  const columns = choices.slice(0, MOST_COMPARED).map((choice, place): ColumnStart => {
    const message = placeholder(question.id, { id, place });
    const request = {
      ...{ chatId, message: { id: question.id, text }, parentId: question.metadata?.parentId ?? null },
      ...{ answerId: message.id, choice, comparison: { id, place } },
      ...(settings && { settings }),
      ...(temporary && { temporary }),
    };
    return { message, request };
  });
  const ids = columns.map(({ message }) => message.id);
  return {
    before: [...before, question],
    columns,
    activeId: ids[0] ?? "",
    siblings: { ...state.siblings, [question.id]: ids },
  };
}

/** One more answer to the question before an answer. Null where there is no room for it. */
export function askedBeside(
  { chatId, state }: Pick<Asking, "chatId" | "state">,
  { message, before, beside }: PathCut,
  choice: Choice,
): ComparisonPlan | null {
  const question = before.at(-1);
  const columns = columnsOf(message);
  const place = freePlace(columns, MOST_COMPARED);
  if (question?.role !== "user" || place === null) return null;
  const id = message.metadata?.comparison?.id ?? uuidv7();
  const added = placeholder(question.id, { id, place });
  const request = {
    ...{ chatId, message: null, parentId: question.id, answerId: added.id, choice },
    ...{ comparison: { id, place }, besideId: message.id },
  };
  // As the server decides it: the chat stays with the answer that it was at, unless the new one comes before it.
  const isAtEnd = state.messages.at(-1)?.id === message.id;
  const stays = isAtEnd && (message.metadata?.comparison?.picked === true || placeOf(message) < place);
  return {
    before,
    columns: [...columns.map((column) => there(inComparison(column, id))), { message: added, request }].sort(
      (one, other) => placeOf(one.message) - placeOf(other.message),
    ),
    activeId: stays ? message.id : added.id,
    siblings: withSibling(state.siblings, question.id, beside ?? [message.id], added.id),
  };
}

/** Answers that are there, or are being written, at the end of the conversation. */
export function followedTogether({
  messages,
  siblings,
}: Pick<ConversationState, "messages" | "siblings">): ComparisonPlan {
  const last = messages.at(-1);
  return {
    before: messages.slice(0, -1),
    columns: last === undefined ? [] : columnsOf(last).map(there),
    activeId: last?.id ?? "",
    siblings,
  };
}

/** Another answer in the place of one that came to nothing. */
export function askedOnce(
  { chatId, messages }: { chatId: string; messages: readonly WyeMessage[] },
  answerId: string,
  choice: Choice,
): ColumnStart {
  const last = messages.at(-1);
  const column = last && columnsOf(last).find(({ id }) => id === answerId);
  const questionId = messages.at(-2)?.id ?? null;
  const { id, place } = column?.metadata?.comparison ?? { id: uuidv7(), place: 0 };
  const message = placeholder(questionId, { id, place });
  return {
    message,
    request: {
      ...{ chatId, message: null, parentId: questionId, answerId: message.id, choice },
      comparison: { id, place },
    },
  };
}

const there = (message: WyeMessage): ColumnStart => ({ message, request: null });

/** An answer that was alone has the first place. */
function inComparison(answer: WyeMessage, id: string): WyeMessage {
  if (!answer.metadata || answer.metadata.comparison) return answer;
  return { ...answer, metadata: { ...answer.metadata, comparison: { id, place: 0, picked: null } } };
}

/** Before anything of it is here. */
const placeholder = (parentId: string | null, { id, place }: ComparisonPlace): WyeMessage => ({
  id: uuidv7(),
  role: "assistant",
  parts: [],
  metadata: {
    parentId,
    status: "streaming",
    createdAt: new Date().toISOString(),
    comparison: { id, place, picked: null },
  },
});
