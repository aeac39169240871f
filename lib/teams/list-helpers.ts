import { listNamesOfRole } from "@/db/queries/teams";
import type { Context } from "@/lib/context";

const MOST = 3;

/** The names of a few of those who administer the team, its owners first: whom a person asks for what is not theirs to
 *  change. */
export async function listHelpers({ db, actor }: Pick<Context, "db" | "actor">): Promise<string[]> {
  const names = await Promise.all(
    (["owner", "administrator"] as const).map((role) => listNamesOfRole(db, actor.teamId, role, MOST)),
  );
  return names.flat().slice(0, MOST);
}
