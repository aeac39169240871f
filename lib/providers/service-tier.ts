import type { UsageReport } from "./usage-report";

/** The service tier that the vendor says it served the call in: within its usage, or beside it. */
export function serviceTier({ usage, providerMetadata }: UsageReport): string | null {
  const stated = usage.raw?.service_tier;
  if (typeof stated === "string") return stated;
  for (const { serviceTier: beside } of Object.values(providerMetadata ?? {})) {
    if (typeof beside === "string") return beside;
  }
  return null;
}
