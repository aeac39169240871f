import { updateApiKey } from "@/db/queries/api-keys";
import { notifyAccess } from "@/db/queries/members";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { findWritableKey } from "./find-writable-key";

/** Ends a key for good: from the next request on nobody gets in with it, on any replica, and what is being answered to it
 *  is stopped. Once more does nothing.
 *  @throws AppError `forbidden`, `not_found` */
export async function revokeKey(context: Context, keyId: string): Promise<void> {
  requirePermission(context.actor, "key:write");
  await transact(context, async (inner) => {
    const { teamId, revokedAt, personId } = await findWritableKey(inner, keyId);
    if (revokedAt !== null) return;
    await updateApiKey(inner.db, teamId, keyId, { revokedAt: new Date() });
    await notifyAccess(inner.db, teamId, personId);
    await recordAudit(inner, { action: "key.revoke", target: keyId, before: { personId } });
  });
}
