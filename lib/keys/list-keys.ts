import { type ListedApiKey, listApiKeys } from "@/db/queries/api-keys";
import { sumLedgerByKey } from "@/db/queries/ledgers";
import type { Context } from "@/lib/context";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import { isAllowed, requirePermission } from "@/lib/permissions/require-permission";

export type KeyState = "works" | "expired" | "revoked";

/** What the calls of a key cost in one currency: exact decimals. */
export interface KeySpend {
  currency: string;
  demo: boolean;
  /** Since the month began, UTC. */
  month: string;
  all: string;
}

export type ListedKey = ListedApiKey & { state: KeyState; spent: KeySpend[] };

const MOST = 500;

/** Keys that work, and then those that were revoked; the team's for who may read them, else one's own. */
export async function listKeys({ db, actor }: Context): Promise<ListedKey[]> {
  requirePermission(actor, "key:write");
  const all = isAllowed(actor, "key:read-team");
  const keys = await listApiKeys(db, actor.teamId, all ? null : actor.personId, MOST);
  const now = new Date();
  const sums = await sumLedgerByKey(db, {
    teamId: actor.teamId,
    keyIds: keys.map(({ id }) => id),
    since: new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth())),
  });
  const byKey = Map.groupBy(sums, ({ keyId }) => keyId);
  return keys.map((key) => ({
    ...key,
    state: stateOf(key, now.getTime()),
    spent: (byKey.get(key.id) ?? []).map(({ currency, demo, costPico, sincePico }) => ({
      ...{ currency, demo },
      ...{ month: picoToDecimal(BigInt(sincePico)), all: picoToDecimal(BigInt(costPico)) },
    })),
  }));
}

function stateOf({ revokedAt, expiresAt }: ListedApiKey, nowMs: number): KeyState {
  if (revokedAt !== null) return "revoked";
  return expiresAt !== null && expiresAt.getTime() <= nowMs ? "expired" : "works";
}
