import { findTeamPolicy, lockTeamPolicy } from "@/db/queries/team-policies";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";

/** Where reading is not switched on there is nothing to be found. Until the transaction ends it cannot be switched off.
 *  @throws AppError `forbidden` for the instance itself, which never reads what people write; `not_found` */
export async function requireOpenReading({ db, actor }: Context): Promise<void> {
  if (actor.kind !== "person") throw new AppError("forbidden");
  await lockTeamPolicy(db, actor.teamId);
  if (!(await findTeamPolicy(db, actor.teamId))?.contentReading) throw new AppError("not_found");
}
