import type { CandidateHealth, RouterCandidate } from "./candidate";
import type { Estimate } from "./decision";
import { expectedUsage, type Measure } from "./expected-usage";
import { exactPico } from "./price-sheet";

const MS_PER_SECOND = 1_000;

/** What an answer is expected to take of a model. Cost: exactly what the evaluator asks for the tokens expected. */
export function estimate(
  candidate: Pick<RouterCandidate, "abilities" | "rate">,
  measure: Measure,
  health: CandidateHealth | undefined,
  now: Date,
): Estimate {
  const usage = expectedUsage(candidate, measure);
  const { rate } = candidate;
  const outputTokens = usage.output + usage.reasoning;
  const costPico = rate && exactPico(rate, usage, now);
  return {
    inputTokens: usage.input + usage.cacheRead,
    outputTokens,
    costPico,
    currency: costPico === null || rate === null ? null : rate.currency,
    ms: expectedMs(outputTokens, health),
  };
}

function expectedMs(outputTokens: number, health: CandidateHealth | undefined): number | null {
  if (!health || health.ttftMs === null || health.tokensPerSecond === null || health.tokensPerSecond <= 0)
    return null;
  return Math.round(health.ttftMs + (outputTokens / health.tokensPerSecond) * MS_PER_SECOND);
}
