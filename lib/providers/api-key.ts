import type { CredentialRow } from "@/db/queries/credentials";
import { encryptionKey } from "./encryption-key";
import { seal, unseal } from "./seal";

/** The provider that a key is bound to: in another's row it does not open. */
interface Place {
  teamId: string;
  name: string;
}

const placeOf = ({ teamId, name }: Place) => `provider:${teamId}:${name}`;

export function sealApiKey(place: Place, apiKey: string | null): string | null {
  return apiKey === null ? null : seal(apiKey, encryptionKey(), placeOf(place));
}

export function openApiKey(
  place: Place,
  { apiKeySealed }: Pick<CredentialRow, "apiKeySealed">,
): string | null {
  return apiKeySealed === null ? null : unseal(apiKeySealed, encryptionKey(), placeOf(place));
}

/** Enough to recognise a key by, too little to use; nothing of a short one. */
export function lastFour(apiKey: string | null): string | null {
  return apiKey !== null && apiKey.length >= 12 ? apiKey.slice(-4) : null;
}
