import { findTeamPolicy, lockTeamPolicy, upsertTeamPolicy } from "@/db/queries/team-policies";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { parse } from "@/lib/parse";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { NO_RETENTION, nextRetention, RetentionDays } from "./retention";

/** How many days after their last activity chats are deleted for good; null: they are kept. One that deletes sooner than
 *  what holds takes effect after a day, in which it can be withdrawn by setting the other again.
 *  @throws AppError `forbidden`, `invalid_input` */
export async function setRetention(context: Context, wanted: number | null): Promise<void> {
  requirePermission(context.actor, "policy:write");
  const days = parse(RetentionDays, wanted);
  const { teamId } = context.actor;
  await transact(context, async (inner) => {
    await lockTeamPolicy(inner.db, teamId);
    const before = (await findTeamPolicy(inner.db, teamId)) ?? NO_RETENTION;
    if (before.retentionDays === days) return;
    const after = nextRetention(before, days, new Date());
    await upsertTeamPolicy(inner.db, teamId, after);
    await recordAudit(inner, {
      ...{ action: "policy.retention", target: teamId, before: { days: before.retentionDays } },
      after: { days, from: after.retentionFrom.toISOString() },
    });
  });
}
