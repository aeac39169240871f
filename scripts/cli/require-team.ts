import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import type { Context } from "@/lib/context";
import { Failure } from "./failure";

/** @throws Failure when the command acts in no team because there is none. */
export function requireTeam({ actor }: Context): string {
  if (actor.teamId !== INSTANCE_TEAM_ID) return actor.teamId;
  throw new Failure('There is no team yet. Make one: "team create --name NAME --owner EMAIL".');
}
