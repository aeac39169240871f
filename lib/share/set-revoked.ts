import { setShareRevoked } from "@/db/queries/shares";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";

/** Ends a link of one's own at once, or takes that back.
 *  @throws AppError `forbidden`; `not_found` unless the link is this person's */
export async function setRevoked(
  context: Context,
  { shareId, revoked }: { shareId: string; revoked: boolean },
): Promise<void> {
  requirePermission(context.actor, "share:write");
  await transact(context, async (inner) => {
    const row = await setShareRevoked(inner.db, inner.actor, shareId, revoked);
    if (!row) throw new AppError("not_found");
    const { chatId, audience } = row;
    await recordAudit(inner, {
      action: revoked ? "share.revoke" : "share.restore",
      target: shareId,
      after: { chatId, audience },
    });
  });
}
