import { findDraft } from "@/db/queries/drafts";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import { NO_DRAFT, type ServerDraft } from "./draft";

/** What this person has typed and not sent, in a chat or (null) in a new one; another's draft is nobody else's, so
 *  there is nothing to refuse but the use of chats. */
export async function getDraft({ db, actor }: Context, chatId: string | null): Promise<ServerDraft> {
  requirePermission(actor, "chat:use");
  const { teamId, personId } = actor;
  return (await findDraft(db, { teamId, personId, chatId })) ?? NO_DRAFT;
}
