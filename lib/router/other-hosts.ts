import type { Mode } from "./choice";
import { couldAnswer, drawbackOf } from "./drawback";
import { byDrawback, type Judged } from "./judge-models";
import type { Entry } from "./plan";
import type { Round } from "./round";

/** The same model at other hosts that could answer; what has a drawback comes last. */
export function otherHosts(round: Round, entry: Entry, mode: Mode | null): readonly Judged[] {
  return (round.plan.bySameAs.get(entry.candidate.sameAs) ?? [])
    .filter((other) => other !== entry && other.forbidden === null)
    .map((other) => ({ entry: other, drawback: drawbackOf(round, other, mode) }))
    .filter(({ drawback }) => couldAnswer(drawback))
    .sort(byDrawback);
}
