import type { Pico } from "@/lib/money/pico";
import { EMPTY_BUCKETS, type TokenBuckets } from "@/lib/pricing/buckets";
import type { CallTerms } from "@/lib/pricing/choose-schedule";
import { isFree } from "@/lib/pricing/is-free";
import { priceCall } from "@/lib/pricing/price-call";
import type { Rate } from "@/lib/pricing/rate";
import type { CostStatus } from "./types";

/** What is known of a call's usage when it is over. */
export type UsageEvidence =
  /** The vendor's own report. */
  | { kind: "reported"; usage: TokenBuckets; serviceTier: string | null }
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
  serviceTier: string | null;
}

/** Usage and cost of one finished call. A call without a rate, or one that used what the rate has no price for, is
 *  unpriced, never zero. */
export function meter(
  evidence: UsageEvidence,
  rate: Rate | null,
  { startedAt, endedAt }: Pick<CallTerms, "startedAt" | "endedAt">,
): Metered {
  const usage = usageOf(evidence);
  const estimateMethod = evidence.kind === "counted" ? evidence.method : null;
  const serviceTier = evidence.kind === "reported" ? evidence.serviceTier : null;
  const known = { usage, estimateMethod, serviceTier };
  const costPico = rate && priceCall(usage, rate, { startedAt, endedAt, serviceTier });
  if (rate === null || costPico === null) {
    return { ...known, status: "unpriced", costPico: null, currency: null };
  }
  const status = isFree(rate) ? "free" : evidence.kind === "counted" ? "estimated" : "exact";
  return { ...known, status, costPico, currency: rate.currency };
}

function usageOf(evidence: UsageEvidence): TokenBuckets {
  if (evidence.kind === "reported") return { ...evidence.usage, requests: 1 };
  if (evidence.kind === "nothing-billed") return EMPTY_BUCKETS;
  const { input, output, reasoning } = evidence;
  return { ...EMPTY_BUCKETS, input, output, reasoning, requests: 1 };
}
