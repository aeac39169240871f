import { updateMembership } from "@/db/queries/members";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { mayChangeOwner } from "@/lib/permissions/may-change-owner";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { actingRole } from "./acting-role";
import { closeAccess, stopWhatBegan } from "./close-access";
import { keepAnOwner } from "./keep-an-owner";
import { requireMember } from "./require-member";

/** Takes a member's access to the team, at once and everywhere; all that is theirs stays. Nobody suspends themselves.
 *  @throws AppError `forbidden`, `not_found`, `last_owner` */
export async function suspendMember(context: Context, personId: string): Promise<void> {
  requirePermission(context.actor, "people:write");
  await transact(context, async (inner) => {
    const acting = await actingRole(inner, "people:write");
    const member = await requireMember(inner, personId);
    if (!mayChangeOwner(acting, member.role) || isSelf(context, personId)) throw new AppError("forbidden");
    if (member.suspendedAt) return;
    await updateMembership(inner.db, member, { suspendedAt: new Date() });
    if (member.role === "owner") await keepAnOwner(inner);
    await closeAccess(inner, personId);
    await recordAudit(inner, { action: "member.suspend", target: personId });
  });
  await stopWhatBegan(context, personId);
}

const isSelf = ({ actor }: Context, personId: string): boolean =>
  actor.kind === "person" && actor.personId === personId;
