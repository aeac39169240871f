import type { Db } from "@/db/client";
import { insertMembership, lockTeam, notifyAccess, updateMembership } from "@/db/queries/members";
import { findMembership } from "@/db/queries/teams";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { endInvitations } from "@/lib/members/end-invitations";
import { takeOut } from "@/lib/members/take-out";
import type { Role } from "@/lib/permissions/roles";
import { instanceContext } from "@/lib/setup/instance-context";
import { transact } from "@/lib/transact";

/** Makes a person in each of these teams what they are to be there, or takes them out. Owners stay as they are: a team
 *  is never left without one by what a provider says. Each team in a transaction of its own. */
export async function syncMemberships(
  db: Db,
  personId: string,
  roles: ReadonlyMap<string, Role | null>,
): Promise<void> {
  // In one order: two that run in longer transactions would wait for each other.
  for (const [teamId, role] of [...roles].toSorted(([one], [two]) => (one < two ? -1 : 1))) {
    const instance = instanceContext(db);
    const context = { ...instance, actor: { ...instance.actor, teamId } };
    await transact(context, (inner) => syncOne(inner, personId, role));
  }
}

async function syncOne(inner: Context, personId: string, role: Role | null): Promise<void> {
  const { teamId } = inner.actor;
  if ((await lockTeam(inner.db, teamId)) === null) return;
  const before = await findMembership(inner.db, teamId, personId);
  // What the team has shut stays shut, whatever a provider says.
  if (before?.suspendedAt) return;
  if (before?.role === "owner" || (before?.role ?? null) === role) return;
  if (role === null) {
    if (before) await takeOut(inner, before, "member.sign-in-remove");
    return;
  }
  if (before) await updateMembership(inner.db, before, { role });
  else await insertMembership(inner.db, { teamId, personId, role });
  await endInvitations(inner, personId, role);
  await notifyAccess(inner.db, teamId, personId);
  await recordAudit(inner, {
    action: before ? "member.change" : "member.add",
    target: personId,
    ...(before && { before: { role: before.role } }),
    after: { role },
  });
}
