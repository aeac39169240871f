import { deleteGroupMember, listGroupsOfMember } from "@/db/queries/groups";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { requireGroup } from "./require-group";

/** Takes a member out of a group; they stay in the team. Who manages a group with others does not decide about them.
 *  @throws AppError `forbidden`, `not_found` */
export async function removeFromGroup(
  context: Context,
  { groupId, personId }: { groupId: string; personId: string },
): Promise<void> {
  requirePermission(context.actor, "group:members");
  const { actor } = context;
  await transact(context, async (inner) => {
    const { teamId } = await requireGroup(inner, groupId);
    const groups = await listGroupsOfMember(inner.db, teamId, personId);
    const place = groups.find(({ id }) => id === groupId);
    if (!place) throw new AppError("not_found", { field: "member" });
    if (place.manager && actor.kind === "person" && actor.role === "manager") throw new AppError("forbidden");
    await deleteGroupMember(inner.db, { teamId, groupId, personId });
    await recordAudit(inner, {
      action: "group.remove_member",
      target: personId,
      before: { groupId, manager: place.manager },
    });
  });
}
