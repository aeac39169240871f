import { nameChatForNow } from "@/db/queries/chats";
import type { Context } from "@/lib/context";
import { log } from "@/lib/log";
import { tidyTitle } from "./title";

/** Names a chat by the first words of its question, until an answer brings it a title. */
export async function titleByQuestion(context: Context, chatId: string, question: string): Promise<void> {
  const title = tidyTitle(question);
  if (title === "") return;
  try {
    await nameChatForNow(context.db, context.actor, chatId, title);
  } catch (error) {
    log().warn({ err: error, chatId }, "no title for a chat");
  }
}
