import { AppError } from "@/lib/errors";
import { MODES, type Mode } from "./choice";
import type { Classification } from "./classifier/classify";
import type { ModeTaken } from "./decide-mode";
import type { Decision } from "./decision";
import { firstOf } from "./first-of";
import { MOST_FALLBACKS } from "./most-fallbacks";
import { otherHosts } from "./other-hosts";
import type { Entry } from "./plan";
import type { Rule } from "./policy/policy";
import type { Round } from "./round";
import { selectModels } from "./select-models";
import { stickyEntry } from "./sticky-entry";
import { toDecision } from "./to-decision";

/** Who answers in a mode.
 *  @throws AppError `no_model` where nobody may */
export function routeMode(
  round: Round,
  { mode, decidedBy }: ModeTaken,
  rule: Rule | null,
  said: Classification | null,
): Decision {
  const favoured = [ruledEntry(round, rule), stickyEntry(round, mode, decidedBy)].filter(
    (entry) => entry !== null,
  );
  const { entries, despite, leftOut } = selectModels(round, mode, { favoured, most: MOST_FALLBACKS + 1 });
  const [entry, ...further] = entries;
  if (entry === undefined) throw new AppError("no_model", { mode });
  const fallbacks = new Set([...goodHosts(round, entry, mode), ...further]);
  return toDecision(round, {
    taken: { entry, mode },
    fallbacks: [...fallbacks].slice(0, MOST_FALLBACKS).map((one) => ({ entry: one, mode })),
    alternatives: MODES.filter((other) => other !== mode).flatMap((other) => firstOf(round, other)),
    despite,
    decidedBy,
    ruleId: rule?.id ?? null,
    pReasoning: said?.pReasoning ?? null,
    confidence: said && (mode === "reasoning" ? said.pReasoning : 1 - said.pReasoning),
    reasons: said?.reasons ?? [],
    leftOut,
  });
}

/** What a rule names comes first, if it is there; the demo does not. */
function ruledEntry({ plan }: Round, rule: Rule | null): Entry | null {
  const named = rule?.then.model;
  const entry = named === undefined ? undefined : plan.byName.get(named.toLowerCase());
  return entry && !entry.candidate.demo ? entry : null;
}

/** The nearest to the model itself: hosts of it that nothing speaks against. */
const goodHosts = (round: Round, entry: Entry, mode: Mode): Entry[] =>
  otherHosts(round, entry, mode)
    .filter(({ drawback }) => drawback === null)
    .map((host) => host.entry);
