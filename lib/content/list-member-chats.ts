import { listMemberChats as listRows } from "@/db/queries/member-chats";
import { findMembership } from "@/db/queries/teams";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { parse } from "@/lib/parse";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { ListMemberChats, type ReadingAction } from "./reading";
import { requireOpenReading } from "./require-open-reading";

const PAGE = 50;

export interface MemberChat {
  id: string;
  title: string | null;
  /** ISO 8601. */
  createdAt: string;
  updatedAt: string;
}

export interface MemberChatPage {
  chats: MemberChat[];
  next: { updatedAt: string; chatId: string } | null;
}

/** A page of another member's chats by their titles, which say what was asked: so it is a reading, and recorded as one.
 *  Temporary and deleted ones are in none.
 *  @throws AppError `forbidden`; `not_found` where reading is off, or of nobody else's in the team */
export async function listMemberChats(context: Context, input: ListMemberChats): Promise<MemberChatPage> {
  const { actor } = context;
  requirePermission(actor, "content:read");
  const { personId, reason, after } = parse(ListMemberChats, input);
  return transact(context, async (inner) => {
    await requireOpenReading(inner);
    const isMember = await findMembership(inner.db, actor.teamId, personId);
    if (!isMember || personId === actor.personId) throw new AppError("not_found");
    const rows = await listRows(inner.db, { teamId: actor.teamId, personId }, { after, limit: PAGE + 1 });
    const chats = rows.slice(0, PAGE).map(({ id, title, createdAt, updatedAt }) => ({
      ...{ id, title },
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
    }));
    const last = chats.at(-1);
    await recordAudit(inner, {
      action: "content.list" satisfies ReadingAction,
      target: personId,
      after: { chats: chats.length },
      personal: { reason: { personId, value: reason } },
    });
    return {
      chats,
      next: rows.length > PAGE && last ? { updatedAt: last.updatedAt, chatId: last.id } : null,
    };
  });
}
