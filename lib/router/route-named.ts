import { MODES, type Mode } from "./choice";
import type { Decision } from "./decision";
import { drawbackOf } from "./drawback";
import { firstOf } from "./first-of";
import { MOST_FALLBACKS } from "./most-fallbacks";
import { otherHosts } from "./other-hosts";
import type { Entry } from "./plan";
import { permitsMode } from "./policy/permits-mode";
import type { Round } from "./round";
import { selectModels } from "./select-models";
import { toDecision, type Way } from "./to-decision";

/** A model that a person named answers, whatever speaks against it; it may be asked at its other hosts. Models of a mode
 *  stand in for it only with consent. */
export function routeNamed(round: Round, entry: Entry): Decision {
  const hosts = otherHosts(round, entry, null).map(({ entry: host }): Way => ({ entry: host, mode: null }));
  const standIns = round.request.standIn ? standInsFor(round, entry) : [];
  const known = new Set([entry, ...hosts.map((way) => way.entry)]);
  return toDecision(round, {
    taken: { entry, mode: null },
    fallbacks: [...hosts, ...standIns.filter((way) => !known.has(way.entry))].slice(0, MOST_FALLBACKS),
    alternatives: MODES.flatMap((mode) => firstOf(round, mode)).filter((way) => way.entry !== entry),
    despite: drawbackOf(round, entry, null),
    decidedBy: "person",
    ruleId: null,
    pReasoning: null,
    confidence: null,
    reasons: [],
    leftOut: [],
  });
}

function standInsFor(round: Round, entry: Entry): Way[] {
  const nearest = modeOf(round, entry);
  const mode = [nearest, ...MODES].find((one) => permitsMode(round.policy, one));
  if (mode === undefined) return [];
  const { entries } = selectModels(round, mode, { most: MOST_FALLBACKS + 1 });
  return entries.filter(({ candidate }) => !candidate.demo).map((one) => ({ entry: one, mode }));
}

/** The mode that a named model is nearest to: the one that lists it, else the one that its abilities suit. */
function modeOf({ plan }: Round, entry: Entry): Mode {
  const listing = MODES.find((mode) => plan.rankings[mode].preferred.includes(entry));
  return listing ?? (entry.candidate.abilities.reasoning === "always" ? "reasoning" : "knowledge");
}
