import { announceLostAccess } from "@/db/queries/access";
import { findTeams, updateTeamSuspension } from "@/db/queries/teams";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";

/** Shuts a team, or opens it again: while it is shut nobody enters it, whatever they have open. Nothing of it is lost.
 *  @throws AppError `not_found`; `forbidden`, also for the team that the administrator works in */
export async function suspendTeam(
  context: Context,
  { teamId, suspended }: { teamId: string; suspended: boolean },
): Promise<void> {
  requireInstancePermission(context.actor, "instance:team");
  // Who has no other could not open it again.
  if (context.actor.kind === "person" && context.actor.teamId === teamId) throw new AppError("forbidden");
  await transact(context, async (inner) => {
    const [team] = await findTeams(inner.db, [teamId]);
    if (!team || team.deletedAt !== null) throw new AppError("not_found");
    if ((team.suspendedAt !== null) === suspended) return;
    await updateTeamSuspension(inner.db, teamId, suspended ? new Date() : null);
    if (suspended) await announceLostAccess(inner.db, { teamId });
    await recordAudit(inner, {
      teamId,
      action: suspended ? "team.suspend" : "team.restore",
      target: teamId,
    });
  });
}
