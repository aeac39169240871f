import { listNamesOfRole } from "@/db/queries/teams";
import type { Context } from "@/lib/context";

/** More are no help to who looks for one. */
const MOST = 20;

/** The names of the team's owners who have access: whom a member asks for what their role does not allow. */
export async function listOwners({ db, actor }: Context): Promise<string[]> {
  return listNamesOfRole(db, actor.teamId, "owner", MOST);
}
