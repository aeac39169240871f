import { listMembers } from "@/db/queries/teams";
import type { Context } from "@/lib/context";

/** The names of the team's owners: whom a member asks for what their role does not allow. */
export async function listOwners({ db, actor }: Context): Promise<string[]> {
  const members = await listMembers(db, actor.teamId);
  return members.filter(({ role }) => role === "owner").map(({ name }) => name);
}
