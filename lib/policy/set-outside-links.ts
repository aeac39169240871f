import { findTeamPolicy, lockTeamPolicy, upsertTeamPolicy } from "@/db/queries/team-policies";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";

/** Says whether a chat may be shared with whoever has a link. Where it may not, the links that there are show nothing
 *  from then on; those that were not revoked show it again once it may.
 *  @throws AppError `forbidden` */
export async function setOutsideLinks(context: Context, { allowed }: { allowed: boolean }): Promise<void> {
  requirePermission(context.actor, "policy:write");
  const { teamId } = context.actor;
  await transact(context, async (inner) => {
    await lockTeamPolicy(inner.db, teamId);
    const before = (await findTeamPolicy(inner.db, teamId))?.outsideLinks ?? false;
    if (before === allowed) return;
    await upsertTeamPolicy(inner.db, teamId, { outsideLinks: allowed });
    await recordAudit(inner, {
      ...{ action: "policy.sharing", target: teamId },
      ...{ before: { allowed: before }, after: { allowed } },
    });
  });
}
