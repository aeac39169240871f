import type { ProviderRow } from "@/db/queries/providers";
import { encryptionKey } from "./encryption-key";
import { seal, unseal } from "./seal";

interface Place {
  teamId: string;
  name: string;
}

const placeOf = ({ teamId, name }: Place) => `provider:${teamId}:${name}`;

export function sealApiKey(place: Place, apiKey: string | null): string | null {
  return apiKey === null ? null : seal(apiKey, encryptionKey(), placeOf(place));
}

export function openApiKey(row: Pick<ProviderRow, "teamId" | "name" | "apiKeySealed">): string | null {
  return row.apiKeySealed === null ? null : unseal(row.apiKeySealed, encryptionKey(), placeOf(row));
}

/** Enough to recognise a key by, too little to use; nothing of a short one. */
export function lastFour(apiKey: string | null): string | null {
  return apiKey !== null && apiKey.length >= 12 ? apiKey.slice(-4) : null;
}
