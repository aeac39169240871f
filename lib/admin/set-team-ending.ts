import { requestStops } from "@/db/queries/runs";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { endTeam } from "@/lib/teams/end-team";
import { keepTeam } from "@/lib/teams/keep-team";
import { transact } from "@/lib/transact";

/** Has a team deleted when its time of grace is over, as an owner of it can, or undoes that. It is in the audit of the
 *  team and in the instance's.
 *  @throws AppError `not_found`, `under_hold`; `forbidden`, also for the team that the administrator works in */
export async function setTeamEnding(
  context: Context,
  { teamId, ending }: { teamId: string; ending: boolean },
  now = new Date(),
): Promise<void> {
  requireInstancePermission(context.actor, "instance:team");
  // Its owners delete it, among whom they may be.
  if (context.actor.kind === "person" && context.actor.teamId === teamId) throw new AppError("forbidden");
  const chains = [INSTANCE_TEAM_ID, teamId];
  await transact(context, async (inner) => {
    if (ending) await endTeam(inner, { teamId, now, chains });
    else await keepTeam(inner, { teamId, chains });
  });
  if (ending) await requestStops(context.db, { teamId });
}
