import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/permissions/actor";
import { requireInstancePermission, requirePermission } from "@/lib/permissions/require-permission";

/** Whose entries an actor asks for: its own team's, or the instance's (INSTANCE_TEAM_ID).
 *  @throws AppError `forbidden`, and `not_found` for another team's */
export function auditScope(actor: Actor, teamId: string): string {
  if (teamId === INSTANCE_TEAM_ID) {
    requireInstancePermission(actor, "instance:audit");
    return teamId;
  }
  requirePermission(actor, "audit:read");
  if (actor.kind === "person" && teamId !== actor.teamId) throw new AppError("not_found");
  return teamId;
}
