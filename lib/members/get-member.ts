import { findMemberRow } from "@/db/queries/members";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import { groupsInSight, type Member, toMember } from "./list-members";

/** One member as the list shows them. @throws AppError `not_found` for one who is not in sight either */
export async function getMember({ db, actor }: Context, personId: string): Promise<Member> {
  requirePermission(actor, "people:read");
  const row = await findMemberRow(db, actor.teamId, personId);
  const member = row && toMember(actor, row);
  if (!member || (groupsInSight(actor) !== null && member.groups.length === 0))
    throw new AppError("not_found");
  return member;
}
