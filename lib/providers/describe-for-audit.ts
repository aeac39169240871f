import type { ProviderRow } from "@/db/queries/providers";

/** What an audit may say of a provider: never the key, sealed or not. */
export function describeForAudit({
  vendor,
  name,
  baseUrl,
  apiKeyLast4,
  source,
}: Pick<ProviderRow, "vendor" | "name" | "baseUrl" | "apiKeyLast4" | "source">) {
  return { vendor, name, baseUrl, apiKeyLast4, source };
}
