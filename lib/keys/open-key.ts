import type { Db } from "@/db/client";
import { findApiKeyHolder } from "@/db/queries/api-keys";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { toFeatures } from "@/lib/features/feature";
import type { KeyScope } from "@/lib/permissions/key-scopes";
import { isFrom } from "./is-from";
import type { KeyLimits } from "./key-limits";
import { hashKeyToken, teamOfKeyToken } from "./key-token";
import { noteKeyUse } from "./note-key-use";

interface Presented {
  token: string | undefined;
  /** Whose request it is; empty where nobody knows. */
  address: string;
  scope: KeyScope;
  requestId: string;
}

/** Who a program acts as. What the key and its owner may do is read with every request.
 *  @throws AppError `unauthenticated`, `api_key_invalid`, `feature_off`, `api_key_address`, `api_key_scope` */
export async function openKey(
  db: Db,
  { token, address, scope, requestId }: Presented,
): Promise<Context & { key: KeyLimits }> {
  if (token === undefined || token === "") throw new AppError("unauthenticated");
  const teamId = teamOfKeyToken(token);
  const holder = teamId && (await findApiKeyHolder(db, teamId, hashKeyToken(token)));
  if (!holder) throw new AppError("api_key_invalid");
  const { key, role, instanceAdmin, groupIds, managedGroupIds, deletesAt } = holder;
  if (!toFeatures(holder.featuresSetting).api) throw new AppError("feature_off", { feature: "api" });
  if (key.addresses !== null && !isFrom(address, key.addresses)) throw new AppError("api_key_address");
  if (!key.scopes.includes(scope)) throw new AppError("api_key_scope");
  noteKeyUse(db, key);
  const actor = {
    ...{ kind: "person" as const, personId: key.personId, teamId: key.teamId },
    ...{ role, groupIds, managedGroupIds, instanceAdmin, teamEnding: deletesAt !== null },
  };
  const { id, scopes, models, modes } = key;
  return { db, requestId, origin: { via: "api", address }, actor, key: { id, scopes, models, modes } };
}
