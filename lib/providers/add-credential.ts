import { insertCredential } from "@/db/queries/credentials";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { parse } from "@/lib/parse";
import { transact } from "@/lib/transact";
import { lastFour, sealApiKey } from "./api-key";
import { normalizeBaseUrl } from "./base-url";
import { AddCredentialInput } from "./credential-input";
import { describeCredential } from "./describe-for-audit";
import { findWritableProvider } from "./find-writable-provider";
import { requireOwnKeys } from "./require-own-keys";
import { requireProviderWrite } from "./require-provider-write";
import { tryKey } from "./try-key";

/** Gives a provider one more key, which takes its share of the calls from the next one on. It is tried first.
 *  @throws AppError `vendor_*` or `private_address` when it does not work */
export async function addCredential(context: Context, input: AddCredentialInput): Promise<{ id: string }> {
  requireProviderWrite(context.actor, "team");
  const { providerId, apiKey, weight = 1, ...given } = parse(AddCredentialInput, input);
  const provider = await findWritableProvider(context, providerId);
  requireOwnKeys(provider);
  const baseUrl = given.baseUrl === undefined ? null : normalizeBaseUrl(given.baseUrl, provider.vendor);
  await tryKey(context, provider, { apiKey, baseUrl });
  const { teamId } = provider;
  const row = {
    teamId,
    id: newId(),
    providerId,
    apiKeySealed: sealApiKey(provider, apiKey),
    apiKeyLast4: lastFour(apiKey),
    baseUrl,
    weight,
    testedAt: new Date(),
  };
  await transact(context, async (inner) => {
    await insertCredential(inner.db, row);
    const after = { ...describeCredential(row), provider: provider.name };
    await recordAudit(inner, { teamId, action: "provider.key.add", target: row.id, after });
  });
  return { id: row.id };
}
