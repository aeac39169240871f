export const ROLES = ["owner", "administrator", "billing", "manager", "member", "guest"] as const;
export type Role = (typeof ROLES)[number];
