import { findTeamPolicy } from "@/db/queries/team-policies";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { Choice } from "@/lib/router/choice";

/** What a new chat starts with where a person has made no choice; null: the team does not say. */
export async function getDefaultChoice({ db, actor }: Context): Promise<Choice | null> {
  requirePermission(actor, "policy:read");
  return (await findTeamPolicy(db, actor.teamId))?.defaultChoice ?? null;
}
