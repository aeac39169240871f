import { listGroups as selectGroups } from "@/db/queries/groups";
import type { Context } from "@/lib/context";
import { groupsInSight } from "@/lib/members/list-members";
import { requirePermission } from "@/lib/permissions/require-permission";

export interface Group {
  id: string;
  name: string;
  members: number;
  managers: { id: string; name: string }[];
}

/** The team's groups by name; to a manager, those that they manage. @throws AppError `forbidden` */
export async function listGroups({ db, actor }: Context): Promise<Group[]> {
  requirePermission(actor, "people:read");
  return selectGroups(db, actor.teamId, groupsInSight(actor));
}
