import { v7 as uuidv7 } from "uuid";
import type { WyeMessage } from "@/lib/chat/message";
import type { Choice } from "@/lib/router/choice";
import type { ReplyRequest } from "./chat-transport";
import { messageText } from "./message-text";

interface AskAgain {
  chatId: string;
  question: WyeMessage;
  /** The answer that is to be gone on from. */
  continuesId: string | undefined;
  /** The answer that this one is asked for beside. */
  besideId?: string | undefined;
  /** Another model may answer for the one that was named. */
  standIn?: true | undefined;
  choice: Choice;
  /** Ids of messages that the server is known to have. */
  saved: ReadonlySet<string>;
  /** The last request, and whether the server is known to have taken it. */
  last: ReplyRequest | null;
  lastTaken: boolean;
}

/** What the server may not have is sent again under the same ids: if the first request did arrive, the server
 *  recognises it, and nothing runs or costs twice. */
export function askAgain(asked: AskAgain): ReplyRequest {
  const { chatId, question, continuesId, choice, saved, last, lastTaken } = asked;
  const how = {
    ...(continuesId !== undefined && { continuesId }),
    ...(continuesId === undefined && asked.besideId !== undefined && { besideId: asked.besideId }),
    ...(asked.standIn && { standIn: asked.standIn }),
  };
  if (saved.has(question.id)) {
    const isSame =
      last?.message === null &&
      last.parentId === question.id &&
      last.continuesId === continuesId &&
      last.standIn === asked.standIn;
    return isSame && !lastTaken
      ? { ...last, choice }
      : { chatId, message: null, parentId: question.id, answerId: uuidv7(), choice, ...how };
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
