import { findAccess, lockTeam } from "@/db/queries/members";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { Permission } from "@/lib/permissions/permissions";
import { isAllowed } from "@/lib/permissions/require-permission";
import type { Role } from "@/lib/permissions/roles";

/** Waits until nobody else changes who is in the team, then looks at who acts again: what they might do when their
 *  request came in, they may not be allowed to any more. Within a transaction.
 *  @throws AppError `forbidden`, `not_found` */
export async function actingRole({ db, actor }: Context, permission: Permission): Promise<Role | "instance"> {
  if (!(await lockTeam(db, actor.teamId))) throw new AppError("not_found", { field: "team" });
  if (actor.kind === "instance") return "instance";
  const role = await findAccess(db, actor.teamId, actor.personId);
  if (role === null || !isAllowed({ ...actor, role }, permission))
    throw new AppError("forbidden", { permission });
  return role;
}
