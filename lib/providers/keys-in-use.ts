import type { CredentialRow } from "@/db/queries/credentials";
import type { ProviderRow } from "@/db/queries/providers";

/** The ids of a provider's keys that calls are made with while all of them work: not those in reserve; null for a
 *  provider that has no key. */
export function keysInUse(
  provider: Pick<ProviderRow, "teamId" | "id">,
  credentials: readonly Pick<CredentialRow, "teamId" | "providerId" | "id" | "weight">[],
): (string | null)[] {
  const keys = credentials.filter(
    ({ teamId, providerId }) => teamId === provider.teamId && providerId === provider.id,
  );
  const weighed = keys.filter(({ weight }) => weight > 0);
  const inUse = weighed.length > 0 ? weighed : keys;
  return inUse.length === 0 ? [null] : inUse.map(({ id }) => id);
}
