import type { Context } from "@/lib/context";
import { PERMISSIONS, type Permission } from "@/lib/permissions/permissions";
import { isAllowed, requirePermission } from "@/lib/permissions/require-permission";
import { ROLES, type Role } from "@/lib/permissions/roles";

/** The table that every use case goes by: which roles have which permission. */
export function listRoles({ actor }: Pick<Context, "actor">): { permission: Permission; roles: Role[] }[] {
  requirePermission(actor, "role:read");
  const permissions = Object.keys(PERMISSIONS).filter((key): key is Permission => key in PERMISSIONS);
  return permissions.map((permission) => ({
    permission,
    roles: ROLES.filter((role) => isAllowed({ ...NOBODY, role }, permission)),
  }));
}

const NOBODY = {
  kind: "person",
  personId: "",
  teamId: "",
  groupIds: [],
  managedGroupIds: [],
  instanceAdmin: false,
} as const;
