import { findChat, insertFork } from "@/db/queries/chats";
import { copyMessages, listPath } from "@/db/queries/messages";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { copyPath } from "./copy-path";
import type { MessageRef } from "./message-ref";
import { requireTemporary } from "./require-temporary";

/** Copies what leads to a message, and the message, into a new chat, which names this one as its source.
 *  @returns the new chat's id.
 *  @throws AppError `not_found` unless the chat is this person's and shows the message; `run_in_progress` while the
 *  message is being written; as `requireTemporary` for a temporary chat, whose copy is temporary too. */
export async function forkChat(
  context: Context,
  { chatId, messageId }: MessageRef,
): Promise<{ chatId: string }> {
  const { db, actor } = context;
  requirePermission(actor, "chat:use");
  const source = await findChat(db, actor, chatId);
  if (!source) throw new AppError("not_found");
  if (source.temporary) await requireTemporary(context);
  const path = await listPath(db, actor.teamId, chatId, messageId);
  const last = path.at(-1);
  if (last?.id !== messageId || last.deletedAt !== null) throw new AppError("not_found");
  if (path.some(({ status }) => status === "streaming")) throw new AppError("run_in_progress");
  const copies = copyPath(path, newId);
  const forkId = newId();
  await transact(context, async ({ db: tx }) => {
    await insertFork(tx, source, forkId, copies.at(-1)?.id ?? null);
    await copyMessages(tx, actor.teamId, forkId, copies);
  });
  return { chatId: forkId };
}
