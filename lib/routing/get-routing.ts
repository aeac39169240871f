import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import { readRouting, type VersionedRouting } from "./read-routing";

/** What the team says of how its questions are routed.
 *  @throws AppError `forbidden` */
export async function getRouting({ db, actor }: Context): Promise<VersionedRouting> {
  requirePermission(actor, "mode:write");
  return readRouting(db, actor.teamId);
}
