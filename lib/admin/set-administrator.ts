import { findPerson, lockInstanceAdmins, updateAccess } from "@/db/queries/people";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";

/** Makes somebody an administrator of the instance, or no longer one.
 *  @throws AppError `forbidden`, `not_found`; `last_administrator` for the only one */
export async function setAdministrator(
  context: Context,
  { personId, administrator }: { personId: string; administrator: boolean },
): Promise<void> {
  requireInstancePermission(context.actor, "instance:person");
  await transact(context, async (inner) => {
    const administrators = await lockInstanceAdmins(inner.db);
    const person = await findPerson(inner.db, personId);
    if (!person) throw new AppError("not_found");
    if (person.instanceAdmin === administrator) return;
    // One who is suspended administers nothing: at least one must remain who can.
    if (!administrator && administrators.every((id) => id === personId)) {
      throw new AppError("last_administrator");
    }
    await updateAccess(inner.db, personId, { instanceAdmin: administrator });
    await recordAudit(inner, {
      teamId: INSTANCE_TEAM_ID,
      action: "person.administrator",
      target: personId,
      before: { instanceAdmin: person.instanceAdmin },
      after: { instanceAdmin: administrator },
    });
  });
}
