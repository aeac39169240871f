import { endNotice, findShownNotice, insertNotice } from "@/db/queries/notices";
import { findTeamPolicy, lockTeamPolicy, upsertTeamPolicy } from "@/db/queries/team-policies";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";

/** Says whether owners and administrators may read members' chats. Each time that it is switched on every member is told,
 *  until they have seen it; what is being read when it is switched off is the last.
 *  @throws AppError `forbidden` */
export async function setContentReading(context: Context, { on }: { on: boolean }): Promise<void> {
  requirePermission(context.actor, "policy:write");
  const { teamId } = context.actor;
  await transact(context, async (inner) => {
    await lockTeamPolicy(inner.db, teamId);
    const before = (await findTeamPolicy(inner.db, teamId))?.contentReading ?? false;
    if (before === on) return;
    await upsertTeamPolicy(inner.db, teamId, { contentReading: on });
    const told = await findShownNotice(inner.db, teamId, "reading");
    if (told) await endNotice(inner.db, teamId, told.id);
    if (on) await insertNotice(inner.db, { teamId, id: newId(), kind: "reading" });
    await recordAudit(inner, {
      ...{ action: "policy.reading", target: teamId },
      ...{ before: { allowed: before }, after: { allowed: on } },
    });
  });
}
