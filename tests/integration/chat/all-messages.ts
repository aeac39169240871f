import type { Db } from "@/db/client";
import { listMessages, listTree, type MessageWithCost } from "@/db/queries/messages";

/** Every message of a chat, shown or not, oldest first. */
export async function allMessages(db: Db, teamId: string, chatId: string): Promise<MessageWithCost[]> {
  const ids = (await listTree(db, teamId, chatId)).map(({ id }) => id);
  const rows = await listMessages(db, teamId, ids, Number.MAX_SAFE_INTEGER);
  return rows.toSorted((a, b) => ids.indexOf(a.message.id) - ids.indexOf(b.message.id));
}
