import type { ProviderSummary } from "@/lib/providers/list-providers";

/** A provider with the texts that the server knows in the person's language. */
export interface ListedProvider extends ProviderSummary {
  vendorName: string;
  /** What is wrong and what to do; null when the last try worked. */
  problem: string | null;
  /** When it was last tried, in words; null when never. */
  testedWhen: string | null;
  /** Whether the person may change it. */
  editable: boolean;
}
