import type { Role } from "./roles";

/** The one table of who may do what. A use case names its permission; none may pass without one. */
export const PERMISSIONS = {
  "chat:use": ["owner", "administrator", "manager", "member"],
  "usage:read-own": ["owner", "administrator", "billing", "manager", "member", "guest"],
  "usage:read-team": ["owner", "administrator", "billing"],
  "provider:read": ["owner", "administrator"],
  "provider:write": ["owner", "administrator"],
  "price:read": ["owner", "administrator", "billing"],
  "price:write": ["owner", "administrator", "billing"],
  "catalogue:read": ["owner", "administrator"],
  "catalogue:write": ["owner", "administrator"],
  "mode:write": ["owner", "administrator"],
  "team:write": ["owner", "administrator"],
  "key:write": ["owner", "administrator", "manager", "member"],
  "key:write-team": ["owner", "administrator"],
  "key:read-team": ["owner", "administrator"],
  "team:delete": ["owner"],
  "team:export": ["owner"],
  "audit:read": ["owner", "administrator"],
  "policy:read": ["owner", "administrator", "billing", "manager", "member", "guest"],
  "policy:write": ["owner", "administrator"],
  "team:leave": ["owner", "administrator", "billing", "manager", "member", "guest"],
  "team:transfer": ["owner"],
  "people:read": ["owner", "administrator", "manager"],
  "people:write": ["owner", "administrator"],
  "group:members": ["owner", "administrator", "manager"],
  "group:write": ["owner", "administrator"],
  "invitation:write": ["owner", "administrator"],
  "role:read": ["owner", "administrator", "billing", "manager", "member", "guest"],
  "hold:write": ["owner", "administrator"],
  "content:read": ["owner", "administrator"],
  "share:write": ["owner", "administrator", "manager", "member"],
  "share:read": ["owner", "administrator", "manager", "member", "guest"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** What the instance administrator may do above teams; never a team's content. */
export const INSTANCE_PERMISSIONS = [
  "instance:provider",
  "instance:price",
  "instance:catalogue",
  "instance:team",
  "instance:person",
  "instance:sign-in",
  "instance:audit",
  "instance:settings",
  "instance:health",
] as const;
export type InstancePermission = (typeof INSTANCE_PERMISSIONS)[number];
