import { z } from "zod";
import { findTeamPolicy, lockTeamPolicy, upsertTeamPolicy } from "@/db/queries/team-policies";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { parse } from "@/lib/parse";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";

/** Says whether members may begin temporary chats. Those that have begun go on to their end.
 *  @throws AppError `forbidden` */
export async function setTemporaryChats(context: Context, wanted: boolean): Promise<void> {
  requirePermission(context.actor, "policy:write");
  const allowed = parse(z.boolean(), wanted);
  const { teamId } = context.actor;
  await transact(context, async (inner) => {
    await lockTeamPolicy(inner.db, teamId);
    const before = (await findTeamPolicy(inner.db, teamId))?.temporaryChats ?? true;
    if (before === allowed) return;
    await upsertTeamPolicy(inner.db, teamId, { temporaryChats: allowed });
    await recordAudit(inner, {
      ...{ action: "policy.temporary", target: teamId },
      ...{ before: { allowed: before }, after: { allowed } },
    });
  });
}
