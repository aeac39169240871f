import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { keepTeam } from "./keep-team";

/** Undoes the deletion of the actor's team, as long as its time of grace lasts.
 *  @throws AppError `forbidden`; `not_found` once it is over */
export async function restoreTeam(context: Context): Promise<void> {
  requirePermission(context.actor, "team:delete");
  const { teamId } = context.actor;
  await transact(context, (inner) => keepTeam(inner, { teamId }));
}
