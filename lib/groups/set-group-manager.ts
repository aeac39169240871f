import { z } from "zod";
import { upsertGroupMembers } from "@/db/queries/groups";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { actingRole } from "@/lib/members/acting-role";
import { requireMember } from "@/lib/members/require-member";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { requireGroup } from "./require-group";

export const SetGroupManager = z.strictObject({
  groupId: z.uuid(),
  personId: z.uuid(),
  manager: z.boolean(),
});
export type SetGroupManager = z.infer<typeof SetGroupManager>;

/** Says whether a member manages a group, which puts them in it. It takes the role of a manager.
 *  @throws AppError `forbidden`, `not_found`, `invalid_input` for another role */
export async function setGroupManager(
  context: Context,
  { groupId, personId, manager }: SetGroupManager,
): Promise<void> {
  requirePermission(context.actor, "group:write");
  await transact(context, async (inner) => {
    await actingRole(inner, "group:write");
    const { teamId } = await requireGroup(inner, groupId);
    const { role } = await requireMember(inner, personId);
    if (manager && role !== "manager") throw new AppError("invalid_input", { field: "role" });
    await upsertGroupMembers(inner.db, [{ teamId, groupId, personId, manager }]);
    await recordAudit(inner, { action: "group.set_manager", target: personId, after: { groupId, manager } });
  });
}
