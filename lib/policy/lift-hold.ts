import { liftHold as liftRow } from "@/db/queries/holds";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";

/** What it covered goes as it would have gone without it, with the job's next turn.
 *  @throws AppError `forbidden`; `not_found` where it does not stand in the team */
export async function liftHold(context: Context, holdId: string): Promise<void> {
  requirePermission(context.actor, "hold:write");
  const { actor } = context;
  await transact(context, async (inner) => {
    const by = actor.kind === "person" ? actor.personId : null;
    const lifted = await liftRow(inner.db, actor.teamId, holdId, by);
    if (!lifted) throw new AppError("not_found");
    const { scope, subjectId } = lifted;
    await recordAudit(inner, { action: "hold.lift", target: holdId, before: { scope, subjectId } });
  });
}
