import { getConversation } from "@/lib/chat/get-conversation";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import type { Choice } from "@/lib/router/choice";

export interface Place {
  chatId: string;
  parentId: string | null;
  choice: Choice;
}

const FIRST_CHOICE: Choice = { kind: "mode", mode: "auto" };

/** Where a question goes: after the last message that a chat shows, or into a new chat.
 *  @throws AppError `not_found`; `run_in_progress` while the server, or another command, writes an answer there */
export async function findPlace(context: Context, chatId: string | undefined): Promise<Place> {
  if (chatId === undefined) return { chatId: newId(), parentId: null, choice: FIRST_CHOICE };
  const { messages, choice } = await getConversation(context, chatId);
  const last = messages.at(-1);
  if (last?.metadata?.status === "streaming") throw new AppError("run_in_progress");
  return { chatId, parentId: last?.id ?? null, choice };
}
