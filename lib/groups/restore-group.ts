import { findDeletedGroup, isGroupNameTaken, updateGroup } from "@/db/queries/groups";
import { lockTeam } from "@/db/queries/members";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";

const UNDO_MS = 10 * 60_000;

/** Brings a group back with its members. @throws AppError `not_found` after a few minutes; `conflict` when another
 *  has its name */
export async function restoreGroup(context: Context, groupId: string): Promise<void> {
  requirePermission(context.actor, "group:write");
  const { teamId } = context.actor;
  await transact(context, async (inner) => {
    await lockTeam(inner.db, teamId);
    const group = await findDeletedGroup(inner.db, teamId, groupId, new Date(Date.now() - UNDO_MS));
    if (!group) throw new AppError("not_found", { field: "group" });
    if (await isGroupNameTaken(inner.db, teamId, { name: group.name, except: groupId }))
      throw new AppError("conflict", { field: "name" });
    await updateGroup(inner.db, { teamId, id: groupId }, { deletedAt: null });
    await recordAudit(inner, { action: "group.restore", target: groupId });
  });
}
