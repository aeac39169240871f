import { DefaultChatTransport } from "ai";
import type { ChatSettings } from "@/lib/chat/chat-settings";
import type { ComparisonPlace } from "@/lib/chat/comparison";
import type { WyeMessage } from "@/lib/chat/message";
import type { Choice } from "@/lib/router/choice";
import { lastingResponse } from "./lasting-response";

/** Body of `POST /api/chat`. */
export interface ReplyRequest {
  chatId: string;
  /** Null: answer `parentId`, which the server has already, once more. */
  message: { id: string; text: string } | null;
  parentId: string | null;
  /** Id of the answer to come; the same id again follows the same answer. */
  answerId: string;
  choice: Choice;
  /** Left out where the server has them. */
  settings?: ChatSettings;
  /** The answer that broke off and is to go on. */
  continuesId?: string;
  /** The answer that this one is asked for beside. */
  besideId?: string;
  /** Where it stands among answers that are written side by side. */
  comparison?: ComparisonPlace;
  /** The model that was chosen by name has failed, and another one may answer. */
  standIn?: true;
  /** A chat that this begins leaves nothing but its cost. */
  temporary?: true;
}

interface TransportInput {
  chatId: string;
  /** The server has the question, and answers it. */
  onAccepted: () => void;
  /** The server that writes the answer cannot be reached, or can again. */
  onAway: (away: boolean) => void;
}

/** A question that does not arrive is the person's to send again, after a few attempts; an answer that is being
 *  written is followed for as long as it takes. */
const ATTEMPTS_TO_ASK = 3;

/** The conversation makes the whole body itself, because only it knows what the server has already. */
export function chatTransport({ chatId, onAccepted, onAway }: TransportInput) {
  const stream = `/api/chat/${chatId}/stream`;
  return new DefaultChatTransport<WyeMessage>({
    api: "/api/chat",
    prepareSendMessagesRequest: ({ body }) => ({ body: body ?? {} }),
    prepareReconnectToStreamRequest: () => ({ api: stream }),
    fetch: async (input, init) => {
      const asks = init?.method === "POST";
      const response = await lastingResponse({
        begin: (signal) => fetch(input, { ...init, signal }),
        goOn: (answer, after, signal) =>
          fetch(`${stream}?${new URLSearchParams({ answer, after: String(after) })}`, { signal }),
        attempts: asks ? ATTEMPTS_TO_ASK : Number.POSITIVE_INFINITY,
        signal: init?.signal ?? new AbortController().signal,
        onAway,
      });
      if (response.ok && asks) onAccepted();
      return response;
    },
  });
}
