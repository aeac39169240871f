import { isGroupNameTaken, updateGroup } from "@/db/queries/groups";
import { lockTeam } from "@/db/queries/members";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { parse } from "@/lib/parse";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { GroupName } from "./create-group";
import { requireGroup } from "./require-group";

/** @throws AppError `forbidden`, `not_found`; `conflict` when another group has the name */
export async function renameGroup(
  context: Context,
  { groupId, name }: { groupId: string; name: string },
): Promise<void> {
  requirePermission(context.actor, "group:write");
  const { teamId } = context.actor;
  const wanted = parse(GroupName, name);
  await transact(context, async (inner) => {
    await lockTeam(inner.db, teamId);
    await requireGroup(inner, groupId);
    if (await isGroupNameTaken(inner.db, teamId, { name: wanted, except: groupId }))
      throw new AppError("conflict", { field: "name" });
    await updateGroup(inner.db, { teamId, id: groupId }, { name: wanted });
    await recordAudit(inner, { action: "group.rename", target: groupId });
  });
}
