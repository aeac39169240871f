import type { Effort } from "./effort";
import type { ModelAbilities } from "./model-abilities";
import { settingsTaken, thinks } from "./settings-taken";
import type { Thinking } from "./thinking";

/** Tokens that a model thinks at an effort, to the order of magnitude: what vendors say of their budgets, and what
 *  questions of these kinds came to. Decisions keep them beside what an answer took. */
const TOKENS: Readonly<Record<Effort, number>> = {
  none: 0,
  minimal: 150,
  low: 500,
  medium: 1_500,
  high: 4_000,
  xhigh: 8_000,
  max: 12_000,
};

/** By thinking and effort, for each model: hundreds are compared for one question. */
const known = new WeakMap<ModelAbilities, Map<string, number>>();

/** How much a model is expected to think. One that always thinks does so a little where it should not. */
export function effortTokens(
  abilities: ModelAbilities,
  thinking: Thinking,
  effort: Effort | undefined,
): number {
  if (abilities.reasoning === "none") return 0;
  const ofModel = known.get(abilities) ?? new Map<string, number>();
  known.set(abilities, ofModel);
  const key = effort === undefined ? thinking : `${thinking} ${effort}`;
  const tokens = ofModel.get(key) ?? tokensOf(abilities, thinking, effort);
  ofModel.set(key, tokens);
  return tokens;
}

function tokensOf(abilities: ModelAbilities, thinking: Thinking, effort: Effort | undefined): number {
  const taken = settingsTaken(abilities, thinking, { effort }).effort;
  if (!thinks(abilities, thinking, taken)) return 0;
  return TOKENS[taken ?? (thinking === "off" ? "low" : "medium")];
}
