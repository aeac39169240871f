import { claimSetting, lockSetting, writeSetting } from "@/db/queries/settings";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { ALLOWED_HOSTS_SETTING, forgetAllowedHosts, readAllowedHosts } from "./allowed-hosts";
import { normalizeHost } from "./normalize-host";

/** Lets teams connect providers at a private host. @returns every host that is allowed now. */
export async function allowHost(context: Context, host: string): Promise<string[]> {
  requireInstancePermission(context.actor, "instance:provider");
  const name = normalizeHost(host);
  const hosts = await transact(context, async (inner) => {
    await claimSetting(inner.db, ALLOWED_HOSTS_SETTING, []);
    await lockSetting(inner.db, ALLOWED_HOSTS_SETTING);
    const before = await readAllowedHosts(inner.db);
    if (before.includes(name)) return before;
    const after = [...before, name].sort();
    await writeSetting(inner.db, ALLOWED_HOSTS_SETTING, after);
    await recordAudit(inner, { teamId: INSTANCE_TEAM_ID, action: "host.allow", target: name, before, after });
    return after;
  });
  forgetAllowedHosts(context.db);
  return hosts;
}
