import type { BadgeTone } from "@/components/ui/badge";
import type { KeySummary, ProviderSummary } from "@/lib/providers/list-providers";

/** What one period's calls tell, in the person's language; times are null where there is nothing to measure. */
export interface ListedHealth {
  period: string;
  calls: string;
  succeeded: string;
  ttft: ListedTimes | null;
  duration: ListedTimes | null;
}

interface ListedTimes {
  p50: string;
  p95: string;
}

export interface ListedKey extends Pick<KeySummary, "id" | "hasKey" | "baseUrl" | "weight"> {
  /** What it is called: of the key itself, the last four characters. */
  name: string;
  status: { tone: BadgeTone; text: string };
  /** What it takes of the calls now; null where it is alone, and for one that is paused. */
  share: string | null;
  /** When and why it failed last; null when it never did. */
  lastFailure: string | null;
  /** The last hour and day; empty when it was not used. */
  health: ListedHealth[];
}

/** A provider with the texts that the server knows in the person's language. */
export interface ListedProvider extends Omit<ProviderSummary, "keys"> {
  keys: ListedKey[];
  /** How many of them are not used now. */
  pausedKeys: number;
  vendorName: string;
  /** How many of its models have no price. */
  unpriced: number;
  /** What is wrong and what to do; null when the last try worked. */
  problem: string | null;
  /** When it was last tried, in words; null when never. */
  testedWhen: string | null;
  /** Whether the person may change it. */
  editable: boolean;
  /** Whether it may have more keys, and others. */
  takesKeys: boolean;
}
