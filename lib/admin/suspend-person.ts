import { announceLostAccess } from "@/db/queries/access";
import { findPerson, lockInstanceAdmins, updateAccess } from "@/db/queries/people";
import { revokeSessionsOf } from "@/db/queries/sessions";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";

/** Shuts an account everywhere, with all its sessions, or lets it sign in again.
 *  @throws AppError `forbidden`, `not_found`; `last_administrator` for the only one who administers the instance */
export async function suspendPerson(
  context: Context,
  { personId, suspended }: { personId: string; suspended: boolean },
): Promise<void> {
  requireInstancePermission(context.actor, "instance:person");
  await transact(context, async (inner) => {
    const administrators = await lockInstanceAdmins(inner.db);
    const person = await findPerson(inner.db, personId);
    if (!person) throw new AppError("not_found");
    if ((person.suspendedAt !== null) === suspended) return;
    if (suspended && administrators.every((id) => id === personId) && person.instanceAdmin) {
      throw new AppError("last_administrator");
    }
    await updateAccess(inner.db, personId, { suspendedAt: suspended ? new Date() : null });
    if (suspended) {
      await revokeSessionsOf(inner.db, personId, "all");
      await announceLostAccess(inner.db, { personId });
    }
    await recordAudit(inner, {
      teamId: INSTANCE_TEAM_ID,
      action: suspended ? "person.suspend" : "person.restore",
      target: personId,
    });
  });
}
