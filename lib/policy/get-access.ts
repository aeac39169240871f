import { listGroups } from "@/db/queries/groups";
import { readPolicy } from "@/lib/completion/read-policy";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { AccessRule } from "@/lib/router/policy/access";
import { accessVersion } from "./access-version";

export interface AccessView {
  rules: AccessRule[];
  version: string;
  groups: { id: string; name: string }[];
}

/** Who in the team may ask what.
 *  @throws AppError `forbidden` */
export async function getAccess({ db, actor }: Context): Promise<AccessView> {
  requirePermission(actor, "policy:write");
  const [{ access }, groups] = await Promise.all([
    readPolicy(db, actor.teamId),
    listGroups(db, actor.teamId),
  ]);
  return {
    rules: access,
    version: accessVersion(access),
    groups: groups.map(({ id, name }) => ({ id, name })),
  };
}
