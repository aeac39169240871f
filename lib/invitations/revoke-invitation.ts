import { revokeInvitation as endInvitation } from "@/db/queries/invitations";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";

/** Nobody comes in by this invitation any more; who did stays. @throws AppError `forbidden`, `not_found` */
export async function revokeInvitation(context: Context, invitationId: string): Promise<void> {
  requirePermission(context.actor, "invitation:write");
  await transact(context, async (inner) => {
    const row = await endInvitation(inner.db, inner.actor.teamId, invitationId);
    if (!row) throw new AppError("not_found", { field: "invitation" });
    await recordAudit(inner, {
      action: "invitation.revoke",
      target: invitationId,
      before: { usesLeft: row.usesLeft },
    });
  });
}
