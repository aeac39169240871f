import { requestStops } from "@/db/queries/runs";
import { isTeamHeld } from "@/db/queries/standing-holds";
import { lockTeam, setTeamDeletion } from "@/db/queries/team-deletion";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { endOfGrace } from "./team-grace";

/** Has the actor's team deleted when its time of grace is over; `restoreTeam` undoes it until then. From now on it can
 *  only be read and exported, and what is being written in it is stopped. Again: as it stands.
 *  @throws AppError `forbidden`, `not_found`, `under_hold` */
export async function deleteTeam(context: Context, now = new Date()): Promise<{ deletesAt: Date }> {
  requirePermission(context.actor, "team:delete");
  const { teamId } = context.actor;
  const deletesAt = await transact(context, async (inner) => {
    const team = await lockTeam(inner.db, teamId);
    if (!team) throw new AppError("not_found");
    if (team.deletesAt) return team.deletesAt;
    if (await isTeamHeld(inner.db, teamId)) throw new AppError("under_hold", { team: team.name });
    const at = endOfGrace(now);
    await setTeamDeletion(inner.db, teamId, at);
    await recordAudit(inner, {
      action: "team.delete",
      target: teamId,
      after: { deletesAt: at.toISOString() },
    });
    return at;
  });
  await requestStops(context.db, { teamId });
  return { deletesAt };
}
