import { findMemberRow } from "@/db/queries/members";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import { groupsInSight, type Member, toMember } from "./list-members";

/** One member as the list shows them; null for one who is not in sight, and for a stranger. */
export async function findMember({ db, actor }: Context, personId: string): Promise<Member | null> {
  requirePermission(actor, "people:read");
  const row = await findMemberRow(db, actor.teamId, personId);
  const member = row && toMember(actor, row);
  return member && (groupsInSight(actor) === null || member.groups.length > 0) ? member : null;
}

/** @throws AppError `not_found` */
export async function getMember(context: Context, personId: string): Promise<Member> {
  const member = await findMember(context, personId);
  if (!member) throw new AppError("not_found");
  return member;
}
