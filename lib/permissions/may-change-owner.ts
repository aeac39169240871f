import type { Role } from "./roles";

/** Nobody lifts somebody above themselves, or reaches above themselves: what an owner is, owners decide. */
export function mayChangeOwner(acting: Role | "instance", ...roles: readonly (Role | null)[]): boolean {
  return acting === "owner" || acting === "instance" || !roles.includes("owner");
}
