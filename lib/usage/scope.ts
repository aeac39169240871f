import type { LedgerFilter } from "@/db/queries/ledgers";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/permissions/actor";
import { isAllowed, requirePermission } from "@/lib/permissions/require-permission";

/** Which rows an actor may see of a team (null: of all teams). Who may not read the team's usage sees their own.
 *  @throws AppError `forbidden`, and `not_found` for another team's */
export function usageScope(actor: Actor, teamId: string | null): LedgerFilter {
  if (actor.kind === "instance") return { teamId };
  if (teamId === null) throw new AppError("forbidden");
  if (teamId !== actor.teamId) throw new AppError("not_found");
  if (isAllowed(actor, "usage:read-team")) return { teamId };
  requirePermission(actor, "usage:read-own");
  return { teamId, personId: actor.personId };
}
