import type { CredentialRow } from "@/db/queries/credentials";
import type { ProviderRow } from "@/db/queries/providers";

/** What an audit may say of a provider and its keys: never a key, sealed or not. */
export function describeForAudit(
  { vendor, name, baseUrl, source }: Pick<ProviderRow, "vendor" | "name" | "baseUrl" | "source">,
  credentials: readonly Pick<CredentialRow, "apiKeyLast4" | "weight">[],
) {
  return { vendor, name, baseUrl, source, keys: credentials.map(describeCredential) };
}

export function describeCredential({ apiKeyLast4, weight }: Pick<CredentialRow, "apiKeyLast4" | "weight">) {
  return { apiKeyLast4, weight };
}
