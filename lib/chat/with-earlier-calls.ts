import type { CompletionResult } from "@/lib/completion/types";
import { parseDecimal } from "@/lib/money/parse-decimal";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import { BUCKETS, type Bucket } from "@/lib/pricing/buckets";
import { leastKnown } from "./least-known";

const PICO_DIGITS = 12;

/** The last call's end, with what it and the calls before it used and cost together. All were calls of one model, so
 *  of one currency. */
export function withEarlierCalls(
  last: CompletionResult,
  earlier: readonly CompletionResult[],
): CompletionResult {
  const calls = [...earlier, last];
  const usage = BUCKETS.map((bucket) => [bucket, calls.reduce((sum, call) => sum + call.usage[bucket], 0)]);
  return {
    ...last,
    usage: Object.fromEntries(usage) as Record<Bucket, number>,
    costStatus: leastKnown(calls.map(({ costStatus }) => costStatus)),
    cost: sumOf(calls.map(({ cost }) => cost)),
    currency: calls.find(({ currency }) => currency !== null)?.currency ?? null,
    durationMs: calls.reduce((sum, { durationMs }) => sum + durationMs, 0),
  };
}

function sumOf(costs: readonly (string | null)[]): string | null {
  const known = costs.filter((cost) => cost !== null);
  if (known.length < costs.length) return null;
  return picoToDecimal(known.reduce((sum, cost) => sum + parseDecimal(cost, PICO_DIGITS), 0n));
}
