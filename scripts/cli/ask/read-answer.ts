import { getConversation } from "@/lib/chat/get-conversation";
import type { MessageMetadata } from "@/lib/chat/message";
import type { ReplyInput } from "@/lib/chat/reply-input";
import type { Context } from "@/lib/context";

export interface Answer extends MessageMetadata {
  id: string;
  chatId: string;
}

/** The answer as it was kept: its cost is the ledger's. */
export async function readAnswer(context: Context, { chatId, answerId }: ReplyInput): Promise<Answer> {
  const { messages } = await getConversation(context, chatId);
  const kept = messages.find(({ id }) => id === answerId);
  if (!kept?.metadata) throw new RangeError(`the answer ${answerId} was not kept`);
  return { ...kept.metadata, id: answerId, chatId };
}
