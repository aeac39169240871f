import type { UsableCredential } from "@/db/queries/credentials";
import type { ProviderRow } from "@/db/queries/providers";

/** A provider's among all that a team may use. */
export const keysOf = (
  { teamId, id }: Pick<ProviderRow, "teamId" | "id">,
  credentials: readonly UsableCredential[],
): UsableCredential[] => credentials.filter((key) => key.teamId === teamId && key.providerId === id);
