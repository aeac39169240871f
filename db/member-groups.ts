import { type SQL, sql } from "drizzle-orm";
import { groupMember, membership, teamGroup } from "./schema";

/** Columns of a query over `membership`: the groups the member is in, and those of them that they manage, which
 *  takes the role of a manager. */
export const memberGroups = {
  groupIds: groupIds(sql`true`),
  managedGroupIds: groupIds(sql`${groupMember.manager} and ${membership.role} = 'manager'`),
};

function groupIds(condition: SQL): SQL<string[]> {
  return sql<string[]>`coalesce((
    select json_agg(${groupMember.groupId} order by ${groupMember.groupId})
    from ${groupMember}
    join ${teamGroup} on ${teamGroup.teamId} = ${groupMember.teamId} and ${teamGroup.id} = ${groupMember.groupId}
    where ${groupMember.teamId} = ${membership.teamId} and ${groupMember.personId} = ${membership.personId}
      and ${teamGroup.deletedAt} is null and ${condition}), '[]')`;
}
