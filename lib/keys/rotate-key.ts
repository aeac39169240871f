import { updateApiKey } from "@/db/queries/api-keys";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requireFeature } from "@/lib/features/require-feature";
import { isAllowed, requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import type { MadeKey } from "./create-key";
import { findWritableKey } from "./find-writable-key";
import { endOfKeyToken, hashKeyToken, makeKeyToken } from "./key-token";

const HOUR_MS = 60 * 60_000;
/** How long the key that is replaced goes on working, in hours; 0: not at all. */
export const OVERLAP_HOURS = 24;

/** Gives a key another secret under the same name and limits. The old one works on for a while, so that programs can be
 *  changed one after the other; the one before that ends at once.
 *  @throws AppError `forbidden`, `feature_off`, `not_found`, `conflict` for a key that was revoked */
export async function rotateKey(
  context: Context,
  keyId: string,
  overlapHours = OVERLAP_HOURS,
): Promise<MadeKey> {
  requirePermission(context.actor, "key:write");
  if (!isAllowed(context.actor, "key:write-team")) await requireFeature(context.db, "member_keys");
  const key = makeKeyToken(context.actor.teamId);
  await transact(context, async (inner) => {
    const { teamId, personId, revokedAt, tokenHash } = await findWritableKey(inner, keyId);
    const { actor } = context;
    // The new secret is told to who asks, and acts as whose key it is: another's can only be revoked.
    if (actor.kind === "person" && actor.personId !== personId) throw new AppError("forbidden");
    if (revokedAt !== null) throw new AppError("conflict");
    const previousUntil = new Date(Date.now() + overlapHours * HOUR_MS);
    await updateApiKey(inner.db, teamId, keyId, {
      ...{ tokenHash: hashKeyToken(key), tokenEnd: endOfKeyToken(key) },
      ...{ previousHash: tokenHash, previousUntil },
    });
    await recordAudit(inner, { action: "key.rotate", target: keyId, after: { previousUntil } });
  });
  return { id: keyId, key };
}
