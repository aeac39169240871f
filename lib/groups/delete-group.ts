import { updateGroup } from "@/db/queries/groups";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { requireGroup } from "./require-group";

/** Nobody is in the group any more, and nothing that was set for it holds; for a few minutes it can be had back.
 *  @throws AppError `forbidden`, `not_found` */
export async function deleteGroup(context: Context, groupId: string): Promise<void> {
  requirePermission(context.actor, "group:write");
  const { teamId } = context.actor;
  await transact(context, async (inner) => {
    await requireGroup(inner, groupId);
    await updateGroup(inner.db, { teamId, id: groupId }, { deletedAt: new Date() });
    await recordAudit(inner, { action: "group.delete", target: groupId });
  });
}
