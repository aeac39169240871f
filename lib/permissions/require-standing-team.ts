import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";

/** For what changes a team or asks a model: neither is done in a team that is being deleted.
 *  @throws AppError `team_ending` */
export function requireStandingTeam(actor: Actor): void {
  if (actor.teamEnding === true) throw new AppError("team_ending");
}
