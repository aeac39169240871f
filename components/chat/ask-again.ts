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
  /** The last request, and whether the server is known to have taken it. */
  last: ReplyRequest | null;
  lastTaken: boolean;
}

/** What the server may not have is sent again under the same ids: if the first request did arrive, the server
 *  recognises it, and nothing runs or costs twice. */
export function askAgain({ chatId, question, choice, saved, last, lastTaken }: AskAgain): ReplyRequest {
  if (saved.has(question.id)) {
    const isLost = !lastTaken && last?.message === null && last.parentId === question.id;
    return isLost
      ? { ...last, choice }
      : { chatId, message: null, parentId: question.id, answerId: uuidv7(), choice };
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
