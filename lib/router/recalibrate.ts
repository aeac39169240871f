import type { Mode } from "./choice";
import { cutAt, modeAt } from "./cut";
import type { RoutingPolicy } from "./policy/policy";

/** What Auto decided once, and how the person asked again. */
export interface JudgedDecision {
  pReasoning: number;
  taken: Mode;
  /** Null: it stood. */
  overriddenTo: Mode | null;
}

/** Decisions that people would turn over, by where they would turn them. */
export interface Overrides {
  toReasoning: number;
  toKnowledge: number;
}

export interface Recalibration {
  /** The policy's own where none does better. */
  threshold: number | null;
  /** By the policy as it is, and with that threshold. */
  before: Overrides;
  after: Overrides;
}

const LOWEST = 5;
const HIGHEST = 95;
const STEPS = 100;

/** The threshold by which people would have turned over the fewest of these decisions, to two places; of several the
 *  nearest to the present one. What nobody turned over counts as right. Of decisions of the classifier or for want of
 *  one: where a conversation, a rule or a person decided, a threshold changes nothing. */
export function recalibrate(
  decisions: readonly JudgedDecision[],
  policy: Pick<RoutingPolicy, "threshold" | "whenUnsure">,
): Recalibration {
  const before = count(decisions, policy.threshold, policy.whenUnsure);
  let best: Recalibration = { threshold: policy.threshold, before, after: before };
  const present = cutAt(policy.threshold).to;
  const distance = (threshold: number | null) => Math.abs((threshold ?? present) - present);
  for (let step = LOWEST; step <= HIGHEST; step += 1) {
    const threshold = step / STEPS;
    const after = count(decisions, threshold, policy.whenUnsure);
    const gain = sum(best.after) - sum(after);
    const isNearer = best.threshold !== policy.threshold && distance(threshold) < distance(best.threshold);
    if (gain > 0 || (gain === 0 && isNearer)) best = { threshold, before, after };
  }
  return best;
}

const sum = ({ toReasoning, toKnowledge }: Overrides): number => toReasoning + toKnowledge;

function count(decisions: readonly JudgedDecision[], threshold: number | null, whenUnsure: Mode): Overrides {
  const cut = cutAt(threshold);
  const overrides = { toReasoning: 0, toKnowledge: 0 };
  for (const { pReasoning, taken, overriddenTo } of decisions) {
    const wanted = overriddenTo ?? taken;
    const judged = modeAt(pReasoning, cut);
    const given = judged === "unsure" ? whenUnsure : judged;
    if (given === wanted) continue;
    if (wanted === "reasoning") overrides.toReasoning += 1;
    else overrides.toKnowledge += 1;
  }
  return overrides;
}
