import { cacheLoss } from "./cache-loss";
import type { Mode } from "./choice";
import { estimate } from "./estimate";
import { measureOf, type Round } from "./round";
import { selectModels } from "./select-models";
import { entryBefore, isHybrid } from "./sticky-entry";

/** Strong evidence: the other mode is so many times as likely to be right as that of the conversation. */
const STRONG_ODDS = 9;

/** How many times as likely the other mode must be for a conversation to turn to it. What the turn throws away of the
 *  prompt cache raises that, as many times as it raises the price of going on; where the other mode's answer costs
 *  less even so, or its model is the same, there is nothing to make up for. */
export function turningOdds(round: Round, to: Mode): number {
  const entry = entryBefore(round);
  const { before } = round.request;
  if (entry === null || before === null || isHybrid(entry)) return STRONG_ODDS;
  const loss = cacheLoss(
    entry.candidate.rate,
    { ...round.request, cachedTokens: before.cachedTokens },
    round.now,
  );
  if (loss === null) return STRONG_ODDS;
  const next = selectModels(round, to, { most: 1 }).entries[0];
  if (next === undefined || next === entry) return STRONG_ODDS;
  const costIn = ({ candidate }: typeof entry, mode: Mode | null) =>
    estimate(candidate, measureOf(round, candidate, mode), undefined, round.now);
  const staying = costIn(entry, before.mode);
  const turning = costIn(next, to);
  if (staying.costPico === null || staying.costPico === 0n) return STRONG_ODDS;
  const isCheaper =
    turning.costPico !== null &&
    turning.currency === staying.currency &&
    turning.costPico <= staying.costPico;
  return isCheaper ? STRONG_ODDS : STRONG_ODDS * (1 + Number(loss.costPico) / Number(staying.costPico));
}
