import { type CredentialRow, findCredential } from "@/db/queries/credentials";
import { findProvider, type ProviderRow } from "@/db/queries/providers";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requireOwnKeys } from "./require-own-keys";
import { requireProviderWrite } from "./require-provider-write";

/** A key that the actor may change, and its provider: the team's, or the instance's for its administrator.
 *  @throws AppError `not_found`, for another team's too; `forbidden`; `invalid_input` for one from the environment */
export async function findWritableCredential(
  { db, actor }: Context,
  credentialId: string,
): Promise<{ provider: ProviderRow; credential: CredentialRow }> {
  requireProviderWrite(actor, "team");
  const credential =
    (await findCredential(db, actor.teamId, credentialId)) ??
    (await findCredential(db, INSTANCE_TEAM_ID, credentialId));
  const provider = credential && (await findProvider(db, credential.teamId, credential.providerId));
  if (!provider) throw new AppError("not_found");
  if (provider.teamId === INSTANCE_TEAM_ID) requireProviderWrite(actor, "instance");
  requireOwnKeys(provider);
  return { provider, credential };
}
