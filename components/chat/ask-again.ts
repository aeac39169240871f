import { v7 as uuidv7 } from "uuid";
import type { WyeMessage } from "@/lib/chat/message";
import type { Choice } from "@/lib/router/choice";
import type { ReplyRequest } from "./chat-transport";
import { messageText } from "./message-text";

interface AskAgain {
  chatId: string;
  question: WyeMessage;
  choice: Choice;
  /** Ids of messages that the server is known to have. */
  saved: ReadonlySet<string>;
  last: ReplyRequest | null;
}

/** A question that the server may not have is sent with its text again, under the same ids: if the first request
 *  did arrive, the server recognises it. */
export function askAgain({ chatId, question, choice, saved, last }: AskAgain): ReplyRequest {
  if (saved.has(question.id)) {
    return { chatId, message: null, parentId: question.id, answerId: uuidv7(), choice };
  }
  if (last?.message?.id === question.id) return { ...last, choice };
  return {
    chatId,
    message: { id: question.id, text: messageText(question) },
    parentId: question.metadata?.parentId ?? null,
    answerId: uuidv7(),
    choice,
  };
}
