import { listGroupNames as selectNames } from "@/db/queries/groups";
import type { Context } from "@/lib/context";
import { groupsInSight } from "@/lib/members/list-members";
import { requirePermission } from "@/lib/permissions/require-permission";

export interface GroupName {
  id: string;
  name: string;
}

/** The groups to choose among, by name; a manager's own. @throws AppError `forbidden` */
export async function listGroupNames({ db, actor }: Context): Promise<GroupName[]> {
  requirePermission(actor, "people:read");
  const inSight = groupsInSight(actor);
  const all = await selectNames(db, actor.teamId);
  return inSight === null ? all : all.filter(({ id }) => inSight.includes(id));
}
