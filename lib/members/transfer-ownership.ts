import { notifyAccess, updateMembership } from "@/db/queries/members";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { actingRole } from "./acting-role";
import { keepAnOwner } from "./keep-an-owner";
import { requireMember } from "./require-member";

/** Makes another member an owner in the place of who acts, who becomes an administrator.
 *  @throws AppError `forbidden`, `not_found`, `last_owner` when the other has no access */
export async function transferOwnership(context: Context, personId: string): Promise<void> {
  requirePermission(context.actor, "team:transfer");
  const { teamId, personId: own } = context.actor;
  if (personId === own) throw new AppError("invalid_input", { field: "personId" });
  await transact(context, async (inner) => {
    await actingRole(inner, "team:transfer");
    const before = await requireMember(inner, personId);
    await updateMembership(inner.db, before, { role: "owner" });
    await updateMembership(inner.db, { teamId, personId: own }, { role: "administrator" });
    await keepAnOwner(inner);
    await notifyAccess(inner.db, teamId, personId);
    await notifyAccess(inner.db, teamId, own);
    await recordAudit(inner, {
      action: "team.transfer",
      target: personId,
      before: { [own]: "owner", [personId]: before.role },
      after: { [own]: "administrator", [personId]: "owner" },
    });
  });
}
