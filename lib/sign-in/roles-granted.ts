import { ROLES, type Role } from "@/lib/permissions/roles";
import { EVERYBODY, type Grant } from "./method-input";

/** Of each team that the grants name, what somebody in these groups is there: the highest of what they are given, or
 *  null where they are given nothing. */
export function rolesGranted(
  grants: readonly Grant[],
  groups: readonly string[],
): ReadonlyMap<string, Role | null> {
  const roles = new Map<string, Role | null>(grants.map(({ teamId }) => [teamId, null]));
  for (const { group, teamId, role } of grants) {
    if (group !== EVERYBODY && !groups.includes(group)) continue;
    const before = roles.get(teamId) ?? null;
    if (before === null || ROLES.indexOf(role) < ROLES.indexOf(before)) roles.set(teamId, role);
  }
  return roles;
}
