import type { Rate } from "@/lib/pricing/rate";
import type { ModelName } from "./model-name";

export interface TitleCandidate extends ModelName {
  /** Whether it can answer without reasoning first. */
  quick: boolean;
  rate: Rate | null;
}

/** The cheapest quick model of the provider that answered, so that a title never sends a question to another
 *  vendor; the answering model itself where no cheaper one has a known price. */
export function chooseTitleModel(answeredBy: ModelName, candidates: readonly TitleCandidate[]): ModelName {
  let best: TitleCandidate | null = null;
  const own = candidates.find(
    ({ provider, model }) => provider === answeredBy.provider && model === answeredBy.model,
  );
  for (const candidate of candidates) {
    if (candidate.provider !== answeredBy.provider || !candidate.quick) continue;
    if (isCheaper(candidate.rate, best?.rate ?? own?.rate ?? null)) best = candidate;
  }
  return best ? { provider: best.provider, model: best.model } : answeredBy;
}

/** By the sum of the input and output prices; prices in different currencies are not compared. */
function isCheaper(a: Rate | null, b: Rate | null): boolean {
  if (!a || !b || a.currency !== b.currency) return false;
  return total(a) < total(b);
}

const total = ({ perMillionMicro }: Rate): bigint => perMillionMicro.input + perMillionMicro.output;
