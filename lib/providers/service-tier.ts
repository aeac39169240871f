import type { UsageReport } from "./usage-report";

/** The service tier that the vendor says it served the call in: within its usage, or beside it. One that it leaves
 *  unspecified is none: it is the standard one. */
export function serviceTier({ usage, providerMetadata }: UsageReport): string | null {
  const beside = Object.values(providerMetadata ?? {}).map((metadata) => metadata.serviceTier);
  const stated = [usage.raw?.service_tier, ...beside].find((tier) => typeof tier === "string");
  return stated === undefined || /unspecified/i.test(stated) ? null : stated;
}
