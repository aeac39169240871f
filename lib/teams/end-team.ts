import { isTeamHeld } from "@/db/queries/standing-holds";
import { lockTeam, setTeamDeletion } from "@/db/queries/team-deletion";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { endOfGrace } from "./team-grace";

/** Has a team deleted when its time of grace is over, in the caller's transaction and as its last act. Again: as it
 *  stands. Whoever calls it has seen to the permission, and stops what is being written afterwards.
 *  @param chains of the audit in which it is recorded, in the order in which they are locked
 *  @throws AppError `not_found`, `under_hold` */
export async function endTeam(
  context: Context,
  { teamId, now, chains = [teamId] }: { teamId: string; now: Date; chains?: readonly string[] },
): Promise<Date> {
  const team = await lockTeam(context.db, teamId);
  if (!team) throw new AppError("not_found");
  if (team.deletesAt) return team.deletesAt;
  if (await isTeamHeld(context.db, teamId)) throw new AppError("under_hold", { team: team.name });
  const at = endOfGrace(now);
  await setTeamDeletion(context.db, teamId, at);
  const after = { deletesAt: at.toISOString() };
  for (const chain of chains)
    await recordAudit(context, { teamId: chain, action: "team.delete", target: teamId, after });
  return at;
}
