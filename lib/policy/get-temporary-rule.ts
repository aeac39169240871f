import { isHeld } from "@/db/queries/standing-holds";
import { findTeamPolicy } from "@/db/queries/team-policies";
import type { TemporaryRule } from "@/lib/chat/temporary";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";

/** Whether the person may begin a temporary chat in the team.
 *  @throws AppError `forbidden` */
export async function getTemporaryRule({ db, actor }: Context): Promise<TemporaryRule> {
  requirePermission(actor, "chat:use");
  const { teamId, personId } = actor;
  const [policy, held] = await Promise.all([findTeamPolicy(db, teamId), isHeld(db, { teamId, personId })]);
  if (policy?.temporaryChats === false) return "off";
  return held ? "held" : "open";
}
