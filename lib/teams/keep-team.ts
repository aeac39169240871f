import { lockTeam, setTeamDeletion } from "@/db/queries/team-deletion";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";

/** Undoes the deletion of a team whose time of grace lasts, in the caller's transaction and as its last act. Whoever
 *  calls it has seen to the permission.
 *  @param chains as for `endTeam`
 *  @throws AppError `not_found` once it is over */
export async function keepTeam(
  context: Context,
  { teamId, chains = [teamId] }: { teamId: string; chains?: readonly string[] },
): Promise<void> {
  const team = await lockTeam(context.db, teamId);
  if (!team) throw new AppError("not_found");
  if (!team.deletesAt) return;
  await setTeamDeletion(context.db, teamId, null);
  const before = { deletesAt: team.deletesAt.toISOString() };
  for (const chain of chains)
    await recordAudit(context, { teamId: chain, action: "team.restore", target: teamId, before });
}
