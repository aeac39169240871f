import { cacheLoss } from "./cache-loss";
import type { Mode } from "./choice";
import type { Decision, Option } from "./decision";
import { isTooLong } from "./drawback";
import type { Entry } from "./plan";
import { type Round, toOption } from "./round";

/** An entry, and the mode that it would answer in. */
export interface Way {
  entry: Entry;
  mode: Mode | null;
}

type Found = Pick<Decision, "decidedBy" | "ruleId" | "pReasoning" | "confidence" | "reasons" | "leftOut"> & {
  taken: Way;
  fallbacks: readonly Way[];
  alternatives: readonly Way[];
  despite: Decision["despite"] | null;
};

/** What was found, with what each way is expected to take. */
export function toDecision(
  round: Round,
  { taken, fallbacks, alternatives, despite, ...found }: Found,
): Decision {
  const optionOf = ({ entry, mode }: Way): Option => toOption(round, entry.name, entry.candidate, mode);
  return {
    ...optionOf(taken),
    ...found,
    fallbacks: fallbacks.map(optionOf),
    alternatives: alternatives.map(optionOf),
    ...(despite && { despite }),
    cacheLoss: lossOf(round, taken.entry),
    compact: isTooLong(round, taken.entry.candidate),
  };
}

function lossOf({ request, plan, now }: Round, taken: Entry): Decision["cacheLoss"] {
  const { before } = request;
  if (
    before === null ||
    (before.model === taken.candidate.model && before.provider === taken.candidate.provider)
  )
    return null;
  const rate = plan.byName.get(`${before.provider}/${before.model}`.toLowerCase())?.candidate.rate ?? null;
  return cacheLoss(rate, { promptTokens: request.promptTokens, cachedTokens: before.cachedTokens }, now);
}
