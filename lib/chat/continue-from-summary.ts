import { findChat, insertFork } from "@/db/queries/chats";
import { copyMessages, findMessage } from "@/db/queries/messages";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { copyPath } from "./copy-path";
import type { MessageRef } from "./message-ref";
import { requireTemporary } from "./require-temporary";

/** Begins a new chat with a copy of a summary and nothing before it; the new chat names this one as its source.
 *  @returns the new chat's id.
 *  @throws AppError `not_found` unless the chat is this person's and has the summary, in effect; as
 *  `requireTemporary` for a temporary chat, whose copy is temporary too. */
export async function continueFromSummary(
  context: Context,
  { chatId, messageId }: MessageRef,
): Promise<{ chatId: string }> {
  requirePermission(context.actor, "chat:use");
  const { db, actor } = context;
  const source = await findChat(db, actor, chatId);
  const found = source && (await findMessage(db, actor.teamId, chatId, messageId));
  if (!source || !found) throw new AppError("not_found");
  if (source.temporary) await requireTemporary(context);
  const { role, status, deletedAt, text } = found.message;
  const isInEffect = role === "summary" && status === "complete" && deletedAt === null && text.trim() !== "";
  if (!isInEffect) throw new AppError("not_found");
  const copies = copyPath([found.message], newId);
  const newChatId = newId();
  await transact(context, async ({ db: tx }) => {
    await insertFork(tx, source, newChatId, copies.at(-1)?.id ?? null);
    await copyMessages(tx, actor.teamId, newChatId, copies);
  });
  return { chatId: newChatId };
}
