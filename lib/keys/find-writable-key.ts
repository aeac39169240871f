import { type ApiKeyRow, findApiKey } from "@/db/queries/api-keys";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { isAllowed } from "@/lib/permissions/require-permission";

/** A key that the actor may rotate and revoke: their own, or anybody's in the team for who administers it. Locks it.
 *  @throws AppError `not_found`, also for a key that is no longer there to be changed */
export async function findWritableKey({ db, actor }: Context, keyId: string): Promise<ApiKeyRow> {
  const key = await findApiKey(db, actor.teamId, keyId);
  const isTheirs = key?.personId === actor.personId || isAllowed(actor, "key:write-team");
  if (!key || !isTheirs) throw new AppError("not_found");
  return key;
}
