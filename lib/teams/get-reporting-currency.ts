import { findTeams } from "@/db/queries/teams";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";

/** In which currency the team's costs are shown beside the vendors' own; null: in those alone.
 *  @throws AppError `forbidden` */
export async function getReportingCurrency({ db, actor }: Context): Promise<string | null> {
  requirePermission(actor, "usage:read-own");
  const [team] = await findTeams(db, [actor.teamId]);
  return team?.reportingCurrency ?? null;
}
