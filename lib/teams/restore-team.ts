import { lockTeam, setTeamDeletion } from "@/db/queries/team-deletion";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";

/** Undoes the deletion of the actor's team, as long as its time of grace lasts.
 *  @throws AppError `forbidden`; `not_found` once it is over */
export async function restoreTeam(context: Context): Promise<void> {
  requirePermission(context.actor, "team:delete");
  const { teamId } = context.actor;
  await transact(context, async (inner) => {
    const team = await lockTeam(inner.db, teamId);
    if (!team) throw new AppError("not_found");
    if (!team.deletesAt) return;
    await setTeamDeletion(inner.db, teamId, null);
    await recordAudit(inner, {
      action: "team.restore",
      target: teamId,
      before: { deletesAt: team.deletesAt.toISOString() },
    });
  });
}
