import { appendAudit } from "@/db/queries/audits";
import type { Context, Origin } from "@/lib/context";
import { newId } from "@/lib/ids";
import type { Actor } from "@/lib/permissions/actor";
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

/** Says who changed what, in the transaction that changes it, as its last act: the end of the team's chain is locked from
 *  then on. No field ever holds a secret; `before` and `after` hold nothing personal. */
export async function recordAudit(
  { db, actor, requestId, origin }: Context,
  entry: AuditEntry,
): Promise<void> {
  const teamId = entry.teamId ?? actor.teamId;
  const id = newId();
  const personal = { ...entry.personal, ...addressOf(actor, origin) };
  await appendAudit(db, {
    teamId,
    id,
    actorId: actor.kind === "person" ? actor.personId : null,
    via: origin?.via ?? (actor.kind === "person" ? "web" : "system"),
    action: entry.action,
    target: entry.target ?? null,
    before: entry.before ?? null,
    after: entry.after ?? null,
    personal: await sealPersonal(db, { teamId, id }, personal),
    requestId,
  });
}

/** Where a person is, is personal. */
function addressOf(actor: Actor, origin: Origin | undefined): Personal {
  if (actor.kind !== "person" || !origin?.address) return {};
  return { address: { personId: actor.personId, value: origin.address } };
}
