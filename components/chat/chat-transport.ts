import { DefaultChatTransport } from "ai";
import type { ChatSettings } from "@/lib/chat/chat-settings";
import type { WyeMessage } from "@/lib/chat/message";
import type { Choice } from "@/lib/router/choice";

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
}

/** The conversation makes the whole body itself, because only it knows what the server has already.
 *  @param onAccepted the server has the question, and answers it */
export function chatTransport(onAccepted: () => void): DefaultChatTransport<WyeMessage> {
  return new DefaultChatTransport<WyeMessage>({
    api: "/api/chat",
    prepareSendMessagesRequest: ({ body }) => ({ body: body ?? {} }),
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      if (response.ok && init?.method === "POST") onAccepted();
      return response;
    },
    prepareReconnectToStreamRequest: ({ id }) => ({ api: `/api/chat/${id}/stream` }),
  });
}
