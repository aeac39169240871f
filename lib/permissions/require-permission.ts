import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";
import { type InstancePermission, PERMISSIONS, type Permission } from "./permissions";
import type { Role } from "./roles";

export function isAllowed(actor: Actor, permission: Permission): boolean {
  if (actor.kind === "instance") return true;
  const roles: readonly Role[] = PERMISSIONS[permission];
  return roles.includes(actor.role);
}

/** @throws AppError `forbidden` */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (!isAllowed(actor, permission)) throw new AppError("forbidden", { permission });
}

/** @throws AppError `forbidden` */
export function requireInstancePermission(actor: Actor, permission: InstancePermission): void {
  if (actor.kind === "person" && !actor.instanceAdmin) throw new AppError("forbidden", { permission });
}
