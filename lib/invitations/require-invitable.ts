import { findTeams } from "@/db/queries/teams";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";

/** @throws AppError `personal_space`: it is for one person; `not_found` */
export async function requireInvitable({ db, actor }: Context): Promise<void> {
  const team = (await findTeams(db, [actor.teamId])).find(({ deletedAt }) => deletedAt === null);
  if (!team) throw new AppError("not_found", { field: "team" });
  if (team.kind === "personal") throw new AppError("personal_space");
}
