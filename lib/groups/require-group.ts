import { findGroup, type GroupRow } from "@/db/queries/groups";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { groupsInSight } from "@/lib/members/list-members";

/** A group of the team; for a manager, one that they manage. @throws AppError `not_found` */
export async function requireGroup({ db, actor }: Context, groupId: string): Promise<GroupRow> {
  const inSight = groupsInSight(actor);
  const group =
    inSight === null || inSight.includes(groupId) ? await findGroup(db, actor.teamId, groupId) : null;
  if (!group) throw new AppError("not_found", { field: "group" });
  return group;
}
