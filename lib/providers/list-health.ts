import { type CredentialHealth, listCredentialHealth } from "@/db/queries/credential-health";
import { listUsableCredentials, type UsableCredential } from "@/db/queries/credentials";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import { VENDOR_FAULTS } from "./is-vendor-fault";

const HOUR_MS = 60 * 60_000;

/** What real traffic tells of each key that the team may use, from the ledger: of its own keys and of the instance's the
 *  team's calls; of the instance's every team's for the instance's administrator. */
export async function listHealth({ db, actor }: Context, now = new Date()): Promise<CredentialHealth[]> {
  requirePermission(actor, "provider:read");
  const seesAll = actor.kind === "instance" || actor.instanceAdmin;
  const credentials = await listUsableCredentials(db, actor.teamId);
  const ids = (wanted: (key: UsableCredential) => boolean) => credentials.filter(wanted).map(({ id }) => id);
  const common = {
    faults: VENDOR_FAULTS,
    hourAgo: new Date(now.getTime() - HOUR_MS),
    dayAgo: new Date(now.getTime() - 24 * HOUR_MS),
  };
  const isShared = (key: UsableCredential) => key.teamId === INSTANCE_TEAM_ID;
  const [own, shared] = await Promise.all([
    listCredentialHealth(db, {
      ...common,
      teamId: actor.teamId,
      credentialIds: ids((key) => !isShared(key)),
    }),
    listCredentialHealth(db, {
      ...common,
      teamId: seesAll ? null : actor.teamId,
      credentialIds: ids(isShared),
    }),
  ]);
  return [...own, ...shared];
}
