import { insertAudit } from "@/db/queries/audits";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { type Personal, sealPersonal } from "./personal";

export interface AuditEntry {
  /** Whose chain it is in; without it the actor's. */
  teamId?: string;
  action: string;
  target?: string;
  before?: unknown;
  after?: unknown;
  /** What is personal (a name, an e-mail): unreadable once the person's key is destroyed. Never in the fields above. */
  personal?: Personal;
}

/** Says who changed what, in the transaction that changes it. No field ever holds a secret; `before` and `after` hold
 *  nothing personal. */
export async function recordAudit({ db, actor, requestId }: Context, entry: AuditEntry): Promise<void> {
  const teamId = entry.teamId ?? actor.teamId;
  const id = newId();
  await insertAudit(db, {
    teamId,
    id,
    actorId: actor.kind === "person" ? actor.personId : null,
    action: entry.action,
    target: entry.target ?? null,
    before: entry.before ?? null,
    after: entry.after ?? null,
    personal: await sealPersonal(db, { teamId, id }, entry.personal ?? {}),
    requestId,
  });
}
