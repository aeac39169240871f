import { findChat } from "@/db/queries/chats";
import { writeDraft } from "@/db/queries/drafts";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { DraftChange, DraftSaved } from "./draft";
import { getDraft } from "./get-draft";

/** Keeps a draft for the person's other devices. One that was changed elsewhere since is not written over.
 *  @throws AppError `not_found` unless the chat is this person's, and where it is temporary: what is typed there is kept
 *  nowhere. */
export async function saveDraft(
  context: Context,
  chatId: string | null,
  change: DraftChange,
): Promise<DraftSaved> {
  const { db, actor } = context;
  requirePermission(actor, "chat:use");
  if (chatId !== null && !(await keepsDrafts(context, chatId))) throw new AppError("not_found");
  const { teamId, personId } = actor;
  const version = await writeDraft(db, { teamId, personId, chatId }, change);
  return version === null
    ? { saved: false, current: await getDraft(context, chatId) }
    : { saved: true, version };
}

async function keepsDrafts({ db, actor }: Context, chatId: string): Promise<boolean> {
  const chat = await findChat(db, actor, chatId);
  return chat !== null && !chat.temporary;
}
