import { claimSetting, lockSetting, writeSetting } from "@/db/queries/settings";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { ALLOWED_HOSTS_SETTING, forgetAllowedHosts, readAllowedHosts } from "./allowed-hosts";

/** Takes a private host from what teams may connect providers at: what is connected there fails from the next call on.
 *  @throws AppError `forbidden`; `not_found` for one that is not allowed */
export async function disallowHost(context: Context, host: string): Promise<void> {
  requireInstancePermission(context.actor, "instance:provider");
  await transact(context, async (inner) => {
    await claimSetting(inner.db, ALLOWED_HOSTS_SETTING, []);
    await lockSetting(inner.db, ALLOWED_HOSTS_SETTING);
    const before = await readAllowedHosts(inner.db);
    if (!before.includes(host)) throw new AppError("not_found");
    const after = before.filter((allowed) => allowed !== host);
    await writeSetting(inner.db, ALLOWED_HOSTS_SETTING, after);
    await recordAudit(inner, {
      teamId: INSTANCE_TEAM_ID,
      action: "host.disallow",
      target: host,
      before,
      after,
    });
  });
  forgetAllowedHosts(context.db);
}
