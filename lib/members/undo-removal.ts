import { findGroup, upsertGroupMembers } from "@/db/queries/groups";
import { insertMembership } from "@/db/queries/members";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { mayChangeOwner } from "@/lib/permissions/may-change-owner";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { actingRole } from "./acting-role";
import { readRemoval } from "./removal";

/** Makes a member who was removed what they were, in the groups that are still there.
 *  @throws AppError `not_found` after a few minutes, `conflict` when they are a member again */
export async function undoRemoval(context: Context, undo: string): Promise<{ personId: string }> {
  requirePermission(context.actor, "people:write");
  const { teamId, personId, role, joinedAt, suspendedAt, groups } = readRemoval(undo, new Date());
  if (teamId !== context.actor.teamId) throw new AppError("not_found");
  await transact(context, async (inner) => {
    const acting = await actingRole(inner, "people:write");
    if (!mayChangeOwner(acting, role)) throw new AppError("forbidden");
    const row = { teamId, personId, role, createdAt: joinedAt, suspendedAt };
    if (!(await insertMembership(inner.db, row))) throw new AppError("conflict");
    for (const { id: groupId, manager } of groups) {
      if (await findGroup(inner.db, teamId, groupId))
        await upsertGroupMembers(inner.db, [{ teamId, groupId, personId, manager }]);
    }
    await recordAudit(inner, { action: "member.undo_removal", target: personId, after: { role, groups } });
  });
  return { personId };
}
