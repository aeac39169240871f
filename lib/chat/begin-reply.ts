import { ensureChat, updateChat } from "@/db/queries/chats";
import { findMessage, insertMessage, listPath, type MessageRow } from "@/db/queries/messages";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { transact } from "@/lib/transact";
import type { ReplyInput } from "./reply-input";

export interface BegunReply {
  /** From the root to the question, oldest first. */
  path: Pick<MessageRow, "role" | "text">[];
  untitled: boolean;
}

/** Writes the question and the place of its answer, as one. @returns null when the answer is there already: the
 *  request is a repetition and nothing was written.
 *  @throws AppError `not_found` when the chat or the parent is not this person's. */
export function beginReply(context: Context, input: ReplyInput): Promise<BegunReply | null> {
  return transact(context, async ({ db, actor }) => {
    const { teamId, personId } = actor;
    const { chatId, choice, message, parentId, answerId } = input;
    const found = await ensureChat(db, { teamId, personId, id: chatId, choice });
    if (!found) throw new AppError("not_found");
    const parent = parentId === null ? null : await findMessage(db, teamId, chatId, parentId);
    if (parentId !== null && !parent) throw new AppError("not_found");
    if (!message && parent?.role !== "user") {
      throw new AppError("invalid_input", { field: "parentId", problem: "not a question" });
    }
    const now = new Date();
    const row = { teamId, chatId, createdAt: now };
    if (message) {
      await insertMessage(db, { ...row, ...message, parentId, role: "user", status: "complete" });
    }
    const isNew = await insertMessage(db, {
      ...row,
      id: answerId,
      parentId: message?.id ?? parentId,
      role: "assistant",
      status: "streaming",
      heartbeatAt: now,
    });
    if (!isNew) return null;
    await updateChat(db, actor, chatId, { activeLeafId: answerId, choice, updatedAt: now });
    const before = parentId === null ? [] : await listPath(db, teamId, chatId, parentId);
    const path = message ? [...before, { role: "user" as const, text: message.text }] : before;
    return { path, untitled: found.chat.title === null };
  });
}
