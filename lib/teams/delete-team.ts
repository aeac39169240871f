import { requestStops } from "@/db/queries/runs";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { endTeam } from "./end-team";

/** Has the actor's team deleted when its time of grace is over; `restoreTeam` undoes it until then. From now on it can
 *  only be read and exported, and what is being written in it is stopped. Again: as it stands.
 *  @throws AppError `forbidden`, `not_found`, `under_hold` */
export async function deleteTeam(context: Context, now = new Date()): Promise<{ deletesAt: Date }> {
  requirePermission(context.actor, "team:delete");
  const { teamId } = context.actor;
  const deletesAt = await transact(context, (inner) => endTeam(inner, { teamId, now }));
  await requestStops(context.db, { teamId });
  return { deletesAt };
}
