import type { LanguageModelV4Usage, SharedV4ProviderMetadata } from "@ai-sdk/provider";
import type { TokenBuckets } from "@/lib/pricing/buckets";

/** What the SDK hands over when an answer ends. */
export interface UsageReport {
  modelId: string;
  usage: LanguageModelV4Usage;
  providerMetadata?: SharedV4ProviderMetadata | undefined;
}

/** The same in Wye's terms. */
export interface ReadUsage {
  buckets: TokenBuckets;
  /** As the vendor names it; null where it names none. */
  serviceTier: string | null;
}
