import { findChat } from "@/db/queries/chats";
import { listMessages, listTree } from "@/db/queries/messages";
import { insertShare } from "@/db/queries/shares";
import { findTeamPolicy, lockTeamPolicy } from "@/db/queries/team-policies";
import { recordAudit } from "@/lib/audit/record";
import { activePath } from "@/lib/chat/tree";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { parse } from "@/lib/parse";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { ShareInput } from "./share-input";
import { newShareToken } from "./share-token";

const DAY_MS = 24 * 60 * 60_000;

/** Makes a link under which what the chat shows now is read. @returns the link, which nobody can be told again
 *  @throws AppError `forbidden`, `invalid_input`; `not_found` unless the chat is this person's, lasts and says something;
 *  `sharing_closed` for one outside the team where the team keeps its chats to itself */
export async function shareChat(context: Context, input: ShareInput): Promise<{ id: string; link: string }> {
  const { actor } = context;
  requirePermission(actor, "share:write");
  const { chatId, audience, named, days } = parse(ShareInput, input);
  const { teamId, personId } = actor;
  return transact(context, async (inner) => {
    await lockTeamPolicy(inner.db, teamId);
    const chat = await findChat(inner.db, actor, chatId);
    const leafId = chat && !chat.temporary ? await lastWritten(inner, chatId, chat.activeLeafId) : null;
    if (!chat || leafId === null) throw new AppError("not_found");
    if (audience === "anyone" && !(await findTeamPolicy(inner.db, teamId))?.outsideLinks)
      throw new AppError("sharing_closed");
    const { token, tokenHash } = newShareToken(teamId);
    const id = newId();
    const expiresAt = days === null ? null : new Date(Date.now() + days * DAY_MS);
    const { title } = chat;
    await insertShare(inner.db, {
      ...{ teamId, id, chatId, personId, audience, tokenHash, leafId, title, named, expiresAt },
    });
    await recordAudit(inner, {
      action: "share.create",
      target: id,
      after: { chatId, audience, named, expiresAt: expiresAt?.toISOString() ?? null },
    });
    return { id, link: new URL(`/shared/${token}`, env().AUTH_URL).href };
  });
}

/** The end of what the chat shows; what is being written is not a part of it. */
async function lastWritten({ db, actor }: Context, chatId: string, leafId: string | null) {
  const path = activePath(await listTree(db, actor.teamId, chatId), leafId);
  const [end, before] = [path.at(-1), path.at(-2)];
  if (!end) return null;
  const [row] = await listMessages(db, actor.teamId, [end.node.id], 1);
  return row?.message.status === "streaming" ? (before?.node.id ?? null) : end.node.id;
}
