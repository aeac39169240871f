import { insertAudit } from "@/db/queries/audits";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";

/** Says who changed what, in the transaction that changes it. `before` and `after` never hold a secret. */
export async function recordAudit(
  { db, actor, requestId }: Context,
  entry: { teamId?: string; action: string; target?: string; before?: unknown; after?: unknown },
): Promise<void> {
  await insertAudit(db, {
    teamId: entry.teamId ?? actor.teamId,
    id: newId(),
    actorId: actor.kind === "person" ? actor.personId : null,
    action: entry.action,
    target: entry.target ?? null,
    before: entry.before ?? null,
    after: entry.after ?? null,
    requestId,
  });
}
