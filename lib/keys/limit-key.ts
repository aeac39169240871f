import { updateApiKey } from "@/db/queries/api-keys";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requireFeature } from "@/lib/features/require-feature";
import { parse } from "@/lib/parse";
import { isAllowed, requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { findWritableKey } from "./find-writable-key";
import { KeyModels } from "./key-input";
import type { KeyLimits } from "./key-limits";

/** Which models and modes a key may ask from the next request on. Who may make no key widens none either.
 *  @returns what it might ask before, which undoes it
 *  @throws AppError `forbidden`, `feature_off`, `not_found`, `conflict` for a key that was revoked */
export async function limitKey(
  context: Context,
  keyId: string,
  limits: KeyModels,
): Promise<Pick<KeyLimits, "models" | "modes">> {
  requirePermission(context.actor, "key:write");
  if (!isAllowed(context.actor, "key:write-team")) await requireFeature(context.db, "member_keys");
  const { models, modes } = parse(KeyModels, limits);
  return transact(context, async (inner) => {
    const key = await findWritableKey(inner, keyId);
    if (key.revokedAt !== null) throw new AppError("conflict");
    const before = { models: key.models, modes: key.modes };
    await updateApiKey(inner.db, key.teamId, keyId, { models, modes });
    await recordAudit(inner, { action: "key.limit", target: keyId, before, after: { models, modes } });
    return before;
  });
}
