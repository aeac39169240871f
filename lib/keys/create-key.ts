import { insertApiKey } from "@/db/queries/api-keys";
import { findMembership } from "@/db/queries/teams";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requireFeature } from "@/lib/features/require-feature";
import { newId } from "@/lib/ids";
import { parse } from "@/lib/parse";
import { mayChangeOwner } from "@/lib/permissions/may-change-owner";
import { PERMISSIONS } from "@/lib/permissions/permissions";
import { isAllowed, requirePermission } from "@/lib/permissions/require-permission";
import type { Role } from "@/lib/permissions/roles";
import { transact } from "@/lib/transact";
import { KeyInput } from "./key-input";
import { endOfKeyToken, hashKeyToken, makeKeyToken } from "./key-token";

export interface MadeKey {
  id: string;
  /** The key itself, which is never shown again. */
  key: string;
}

/** Makes a key, with the rights of its owner or fewer.
 *  @throws AppError `forbidden`; `feature_off` for who does not administer the team; `not_found` for an owner who is not in the team or may have no key */
export async function createKey(context: Context, input: KeyInput): Promise<MadeKey> {
  const { actor } = context;
  requirePermission(actor, "key:write");
  const { personId = actor.personId, name, ...limits } = parse(KeyInput, input);
  if (personId !== actor.personId) requirePermission(actor, "key:write-team");
  if (!isAllowed(actor, "key:write-team")) await requireFeature(context.db, "member_keys");
  if (limits.expiresAt !== null && limits.expiresAt.getTime() <= Date.now())
    throw new AppError("invalid_input", { field: "expiresAt", problem: "in the past" });
  const member = await findMembership(context.db, actor.teamId, personId);
  const holders: readonly Role[] = PERMISSIONS["key:write"];
  if (!member || !holders.includes(member.role)) throw new AppError("not_found");
  if (actor.kind === "person" && personId !== actor.personId && !mayChangeOwner(actor.role, member.role)) {
    throw new AppError("forbidden");
  }
  const key = makeKeyToken(actor.teamId);
  const id = newId();
  await transact(context, async (inner) => {
    await insertApiKey(inner.db, {
      ...{ teamId: actor.teamId, id, personId, name, ...limits },
      ...{ tokenHash: hashKeyToken(key), tokenEnd: endOfKeyToken(key) },
    });
    const { scopes, models, modes, expiresAt } = limits;
    await recordAudit(inner, {
      action: "key.create",
      target: id,
      after: { personId, scopes, models, modes, expiresAt },
    });
  });
  return { id, key };
}
