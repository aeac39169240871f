import { listGroupsOfMember } from "@/db/queries/groups";
import { deleteMembership } from "@/db/queries/members";
import type { MembershipRow } from "@/db/queries/teams";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { closeAccess } from "./close-access";
import { keepAnOwner } from "./keep-an-owner";
import { writeRemoval } from "./removal";

/** Ends a membership, within the transaction that holds the team's lock. @returns what `undoRemoval` takes
 *  @throws AppError `last_owner` */
export async function takeOut(inner: Context, member: MembershipRow, action: string): Promise<string> {
  const { teamId, personId, role, createdAt: joinedAt, suspendedAt } = member;
  const groups = await listGroupsOfMember(inner.db, teamId, personId);
  await deleteMembership(inner.db, teamId, personId);
  if (role === "owner") await keepAnOwner(inner);
  await closeAccess(inner, personId);
  await recordAudit(inner, { action, target: personId, before: { role, groups } });
  return writeRemoval({ removedAt: new Date(), teamId, personId, role, joinedAt, suspendedAt, groups });
}
