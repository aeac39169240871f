import { EMPTY_BUCKETS, type TokenBuckets } from "@/lib/pricing/buckets";
import { serviceTier } from "./service-tier";
import type { ReadUsage, UsageReport } from "./usage-report";

/** Disjoint buckets of a usage report whose reasoning tokens are inside the output total, as AI SDK
 *  normalises it. Null when either side is missing, or when both are zero: no call has an empty prompt.
 *  @throws RangeError if a part is negative, no integer, or larger than its total. */
export function readUsage(report: UsageReport): ReadUsage | null {
  const { inputTokens, outputTokens } = report.usage;
  if (inputTokens.total === undefined || outputTokens.total === undefined) return null;
  if (inputTokens.total === 0 && outputTokens.total === 0) return null;
  const cacheRead = inputTokens.cacheRead ?? 0;
  const cacheWrite = inputTokens.cacheWrite ?? 0;
  const reasoning = outputTokens.reasoning ?? 0;
  const buckets = checkBuckets({
    ...EMPTY_BUCKETS,
    input: inputTokens.total - cacheRead - cacheWrite,
    cacheRead,
    cacheWrite,
    output: outputTokens.total - reasoning,
    reasoning,
  });
  return { buckets, serviceTier: serviceTier(report) };
}

/** @throws RangeError if the report contradicts itself. */
export function checkBuckets(buckets: TokenBuckets): TokenBuckets {
  for (const [bucket, count] of Object.entries(buckets)) {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(`the usage report contradicts itself: ${bucket} would be ${count}`);
    }
  }
  return buckets;
}
