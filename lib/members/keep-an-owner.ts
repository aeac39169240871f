import { hasActiveOwner } from "@/db/queries/members";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";

/** Undoes a change that would leave a team without anybody who owns it and can sign in. Within the transaction of the
 *  change, which holds the team's lock.
 *  @throws AppError `last_owner` */
export async function keepAnOwner({ db, actor }: Context): Promise<void> {
  if (!(await hasActiveOwner(db, actor.teamId))) throw new AppError("last_owner");
}
