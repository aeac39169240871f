import { revokeSessionsOf } from "@/db/queries/sessions";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { transact } from "@/lib/transact";

/** Ends one of the sessions of who asks, or all but this one: the next request of each is refused.
 *  @throws AppError `not_found` unless the session is theirs and live */
export async function endMySessions(
  context: Context,
  which: { only: string } | { except: string },
): Promise<void> {
  const { actor } = context;
  if (actor.kind !== "person") throw new AppError("forbidden");
  await transact(context, async (inner) => {
    const ended = await revokeSessionsOf(inner.db, actor.personId, which);
    if (ended === 0 && "only" in which) throw new AppError("not_found");
    await recordAudit(inner, {
      teamId: INSTANCE_TEAM_ID,
      action: "session.revoke",
      target: actor.personId,
      after: { ended },
    });
  });
}
