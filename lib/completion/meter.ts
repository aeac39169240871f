import type { Pico } from "@/lib/money/pico";
import { EMPTY_BUCKETS, type TokenBuckets } from "@/lib/pricing/buckets";
import { isFree } from "@/lib/pricing/is-free";
import { priceCall } from "@/lib/pricing/price-call";
import type { Rate } from "@/lib/pricing/rate";
import type { CostStatus } from "./types";

/** What is known of a call's usage when it is over. */
export type UsageEvidence =
  /** The vendor's own report. */
  | { kind: "reported"; usage: TokenBuckets }
  /** The vendor refused, or was never reached: it bills nothing. */
  | { kind: "nothing-billed" }
  /** No report came; counted here. */
  | { kind: "counted"; input: number; output: number; reasoning: number; method: string };

export interface Metered {
  usage: TokenBuckets;
  status: CostStatus;
  estimateMethod: string | null;
  costPico: Pico | null;
  currency: string | null;
}

/** Usage and cost of one finished call. A call without a rate is unpriced, never zero. */
export function meter(evidence: UsageEvidence, rate: Rate | null): Metered {
  const usage = usageOf(evidence);
  const estimateMethod = evidence.kind === "counted" ? evidence.method : null;
  if (!rate) return { usage, status: "unpriced", estimateMethod, costPico: null, currency: null };
  return {
    usage,
    status: isFree(rate) ? "free" : evidence.kind === "counted" ? "estimated" : "exact",
    estimateMethod,
    costPico: priceCall(usage, rate),
    currency: rate.currency,
  };
}

function usageOf(evidence: UsageEvidence): TokenBuckets {
  if (evidence.kind === "reported") return evidence.usage;
  if (evidence.kind === "nothing-billed") return EMPTY_BUCKETS;
  const { input, output, reasoning } = evidence;
  return { ...EMPTY_BUCKETS, input, output, reasoning };
}
