import { answerRoom } from "./answer-room";
import type { QuickCost } from "./by-quality";
import type { RouterCandidate } from "./candidate";
import type { Mode } from "./choice";
import { expectedUsage } from "./expected-usage";
import type { Entry } from "./plan";
import { ceilingPico } from "./policy/ceiling-pico";
import { quickPico } from "./price-sheet";
import { measureOf, type Round } from "./round";

/** What speaks against a candidate for a question, the mildest first. From `over-budget` on it could not answer. */
export const DRAWBACKS = ["over-ceiling", "failing", "over-budget", "no-images", "too-long"] as const;
export type Drawback = (typeof DRAWBACKS)[number];

export const couldAnswer = (drawback: Drawback | null): boolean =>
  drawback === null || drawback === "over-ceiling" || drawback === "failing";

/** The worst that speaks against it; null: nothing. */
export function drawbackOf(round: Round, entry: Entry, mode: Mode | null): Drawback | null {
  const { request, policy, spend, health } = round;
  const { candidate } = entry;
  if (policy.tooLong === "switch" && isTooLong(round, candidate)) return "too-long";
  if (request.images > 0 && !candidate.takesImages) return "no-images";
  const cost = policy.ceiling === null && spend.left === null ? null : costOf(round, entry, mode);
  if (isAbove(cost, spend.left)) return "over-budget";
  if (health.get(entry.name)?.state === "open") return "failing";
  const most = ceilingPico(policy);
  const ceiling = policy.ceiling && most !== null ? { pico: most, currency: policy.ceiling.currency } : null;
  return isAbove(cost, ceiling) ? "over-ceiling" : null;
}

/** Whether the prompt leaves no room for an answer. */
export function isTooLong({ request }: Round, { contextLength, abilities }: RouterCandidate): boolean {
  if (contextLength === null) return false;
  const room = answerRoom({ contextLength, outputLimit: abilities.outputLimit });
  return request.promptTokens + Math.min(room, request.maxOutputTokens ?? room) > contextLength;
}

export function costOf(round: Round, { candidate }: Entry, mode: Mode | null): QuickCost | null {
  const { rate } = candidate;
  if (rate === null) return null;
  const pico = quickPico(rate, expectedUsage(candidate, measureOf(round, candidate, mode)), round.now);
  return pico === null ? null : { currency: rate.currency, pico };
}

/** What has no price, or one in another currency, is above nothing. */
function isAbove(cost: QuickCost | null, most: { pico: bigint; currency: string } | null): boolean {
  return cost !== null && most !== null && cost.currency === most.currency && cost.pico > most.pico;
}
