import type { Db } from "@/db/client";
import { insertCredential } from "@/db/queries/credentials";
import { upsertProvider } from "@/db/queries/providers";
import { newId } from "@/lib/ids";

/** Connects a vendor for a team (INSTANCE_TEAM_ID: for all) with one key, without asking it. @returns the key's id. */
export async function newKey(
  db: Db,
  teamId: string,
  { vendor = "openai", last4 = "1234" }: { vendor?: string; last4?: string } = {},
): Promise<string> {
  const name = `${vendor}-${newId()}`;
  const provider = { teamId, id: newId(), vendor, name, source: "person" as const, models: [] };
  const providerId = await upsertProvider(db, provider);
  const id = newId();
  await insertCredential(db, { teamId, id, providerId, apiKeySealed: null, apiKeyLast4: last4, weight: 1 });
  return id;
}
