import { hasActiveOwner, lockTeam, notifyAccess, updateMembership } from "@/db/queries/members";
import { findPersonByEmail } from "@/db/queries/people";
import { findMembership, upsertMembership } from "@/db/queries/teams";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { endInvitations } from "@/lib/members/end-invitations";
import type { Actor } from "@/lib/permissions/actor";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { Role } from "@/lib/permissions/roles";
import { transact } from "@/lib/transact";

export interface AddMember {
  teamId: string;
  email: string;
  role: Role;
}

/** Puts a person who has an account in a team, or changes their role there.
 *  @throws AppError `not_found` when nobody has this e-mail or there is no such team; `last_owner`, `personal_space` */
export async function addMember(
  context: Context,
  { teamId, email, role }: AddMember,
): Promise<{ personId: string; teamId: string; role: Role }> {
  requireMayAdd(context.actor, teamId, role);
  return transact(context, async (inner) => {
    const person = await findPersonByEmail(inner.db, email.trim());
    const team = await lockTeam(inner.db, teamId);
    if (!person || !team) throw new AppError("not_found", { field: person ? "team" : "email" });
    const before = await findMembership(inner.db, teamId, person.id);
    requireMayChange(context.actor, before?.role ?? null);
    if (before && before.role !== role) await updateMembership(inner.db, before, { role });
    if (!before && team.kind === "personal") throw new AppError("personal_space");
    if (!before) await upsertMembership(inner.db, { teamId, personId: person.id, role });
    if (before?.role === "owner" && !(await hasActiveOwner(inner.db, teamId)))
      throw new AppError("last_owner");
    await endInvitations({ ...inner, actor: { ...inner.actor, teamId } }, person.id, role);
    await notifyAccess(inner.db, teamId, person.id);
    await recordAudit(inner, {
      teamId,
      action: before ? "member.change" : "member.add",
      target: person.id,
      before: before && { role: before.role },
      after: { role },
    });
    return { personId: person.id, teamId, role };
  });
}

/** In their own team only, and nobody lifts somebody above themselves. */
function requireMayAdd(actor: Actor, teamId: string, role: Role): void {
  if (actor.kind === "instance") return;
  requirePermission(actor, "team:write");
  if (actor.teamId !== teamId) throw new AppError("not_found", { field: "team" });
  if (role === "owner" && actor.role !== "owner") throw new AppError("forbidden");
}

function requireMayChange(actor: Actor, currentRole: Role | null): void {
  if (actor.kind === "person" && currentRole === "owner" && actor.role !== "owner") {
    throw new AppError("forbidden");
  }
}
