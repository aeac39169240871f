import { claimSetting, lockSetting, writeSetting } from "@/db/queries/settings";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { REGISTRATION_SETTING, type Registration, readRegistration } from "@/lib/setup/registration";
import { transact } from "@/lib/transact";

/** Says how accounts come about, from now on.
 *  @throws AppError `forbidden` */
export async function setRegistration(context: Context, registration: Registration): Promise<void> {
  requireInstancePermission(context.actor, "instance:settings");
  await transact(context, async (inner) => {
    await claimSetting(inner.db, REGISTRATION_SETTING, await readRegistration(inner.db));
    await lockSetting(inner.db, REGISTRATION_SETTING);
    const before = await readRegistration(inner.db);
    if (before === registration) return;
    await writeSetting(inner.db, REGISTRATION_SETTING, registration);
    await recordAudit(inner, {
      teamId: INSTANCE_TEAM_ID,
      action: "registration.set",
      before: { registration: before },
      after: { registration },
    });
  });
}
