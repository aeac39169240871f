import { updateMembership } from "@/db/queries/members";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { mayChangeOwner } from "@/lib/permissions/may-change-owner";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { actingRole } from "./acting-role";
import { requireMember } from "./require-member";

/** Gives a suspended member their access back. @throws AppError `forbidden`, `not_found` */
export async function restoreAccess(context: Context, personId: string): Promise<void> {
  requirePermission(context.actor, "people:write");
  await transact(context, async (inner) => {
    const acting = await actingRole(inner, "people:write");
    const member = await requireMember(inner, personId);
    if (!mayChangeOwner(acting, member.role)) throw new AppError("forbidden");
    if (!member.suspendedAt) return;
    await updateMembership(inner.db, member, { suspendedAt: null });
    await recordAudit(inner, { action: "member.restore_access", target: personId });
  });
}
