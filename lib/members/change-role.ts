import { z } from "zod";
import { notifyAccess, updateMembership } from "@/db/queries/members";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { mayChangeOwner } from "@/lib/permissions/may-change-owner";
import { requirePermission } from "@/lib/permissions/require-permission";
import { ROLES } from "@/lib/permissions/roles";
import { transact } from "@/lib/transact";
import { actingRole } from "./acting-role";
import { endInvitations } from "./end-invitations";
import { keepAnOwner } from "./keep-an-owner";
import { requireMember } from "./require-member";

export const ChangeRole = z.strictObject({ personId: z.uuid(), role: z.enum(ROLES) });
export type ChangeRole = z.infer<typeof ChangeRole>;

/** Makes a member something else in the team; it holds from their next request on.
 *  @throws AppError `forbidden`, `not_found`, `last_owner` */
export async function changeRole(context: Context, { personId, role }: ChangeRole): Promise<void> {
  requirePermission(context.actor, "people:write");
  await transact(context, async (inner) => {
    const acting = await actingRole(inner, "people:write");
    const before = await requireMember(inner, personId);
    if (!mayChangeOwner(acting, before.role, role)) throw new AppError("forbidden");
    if (before.role === role) return;
    const { teamId } = before;
    await updateMembership(inner.db, before, { role });
    if (before.role === "owner") await keepAnOwner(inner);
    await endInvitations(inner, personId, role);
    await notifyAccess(inner.db, teamId, personId);
    await recordAudit(inner, {
      action: "member.change",
      target: personId,
      before: { role: before.role },
      after: { role },
    });
  });
}
