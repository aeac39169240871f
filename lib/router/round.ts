import type { Health, RouterCandidate, RouterCatalogue, Spend } from "./candidate";
import type { Mode } from "./choice";
import type { Option } from "./decision";
import type { Effort } from "./effort";
import { estimate } from "./estimate";
import type { Measure } from "./expected-usage";
import type { Plan } from "./plan";
import type { RoutingPolicy } from "./policy/policy";
import type { RoutingRequest } from "./request";
import { settingsTaken } from "./settings-taken";
import { thinkingOf } from "./thinking";

/** One question, and all that it is routed by. */
export interface Round {
  request: RoutingRequest;
  policy: RoutingPolicy;
  catalogue: RouterCatalogue;
  plan: Plan;
  health: Health;
  spend: Spend;
  now: Date;
  /** Expected of the answer, beside what is thought. */
  answerTokens: number;
  /** Asked for by the person, else by a rule. */
  effort: Effort | undefined;
}

export function measureOf(
  { request, answerTokens, effort }: Round,
  { provider, model }: Pick<RouterCandidate, "provider" | "model">,
  mode: Mode | null,
): Measure {
  const { before, promptTokens, maxOutputTokens } = request;
  const isBefore = before !== null && before.model === model && before.provider === provider;
  const cachedTokens = isBefore ? before.cachedTokens : 0;
  return { promptTokens, answerTokens, cachedTokens, mode, effort, maxOutputTokens };
}

/** The way to answer that a candidate is. */
export function toOption(round: Round, name: string, candidate: RouterCandidate, mode: Mode | null): Option {
  const { effort } = settingsTaken(candidate.abilities, thinkingOf(mode), { effort: round.effort });
  const measure = measureOf(round, candidate, mode);
  return {
    provider: candidate.provider,
    model: candidate.model,
    mode,
    effort: effort ?? null,
    estimate: estimate(candidate, measure, round.health.get(name), round.now),
  };
}
