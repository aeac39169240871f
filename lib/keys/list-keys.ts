import { type ListedApiKey, listApiKeys } from "@/db/queries/api-keys";
import type { Context } from "@/lib/context";
import { isAllowed, requirePermission } from "@/lib/permissions/require-permission";

export type KeyState = "works" | "expired" | "revoked";
export type ListedKey = ListedApiKey & { state: KeyState };

const MOST = 500;

/** Keys that work, and then those that were revoked; the team's for who may read them, else one's own. */
export async function listKeys({ db, actor }: Context): Promise<ListedKey[]> {
  requirePermission(actor, "key:write");
  const all = isAllowed(actor, "key:read-team");
  const keys = await listApiKeys(db, actor.teamId, all ? null : actor.personId, MOST);
  const now = Date.now();
  return keys.map((key) => ({ ...key, state: stateOf(key, now) }));
}

function stateOf({ revokedAt, expiresAt }: ListedApiKey, nowMs: number): KeyState {
  if (revokedAt !== null) return "revoked";
  return expiresAt !== null && expiresAt.getTime() <= nowMs ? "expired" : "works";
}
