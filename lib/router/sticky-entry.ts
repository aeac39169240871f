import type { Mode } from "./choice";
import type { DecidedBy } from "./decision";
import type { Entry } from "./plan";
import type { Round } from "./round";

/** The model of the turn before; null where it is not offered any more, or may not answer. */
export function entryBefore({ plan, request }: Round): Entry | null {
  const { before } = request;
  const entry = before && plan.byName.get(`${before.provider}/${before.model}`.toLowerCase());
  return entry && entry.forbidden === null && !entry.candidate.demo ? entry : null;
}

/** Whether a model serves both modes by thinking more or less. */
export const isHybrid = ({ candidate }: Entry): boolean =>
  candidate.abilities.reasoning === "switchable" && candidate.modes.length > 1;

/** Who goes on with a conversation, before the mode's order is asked: the model of the turn before, in the same mode
 *  as long as the order still has it where it had it; and where Auto turns to the other mode, one that has both. */
export function stickyEntry(round: Round, mode: Mode, decidedBy: DecidedBy): Entry | null {
  const entry = entryBefore(round);
  const was = round.request.before?.mode ?? null;
  if (entry === null || was === null) return null;
  if (was !== mode) return decidedBy === "classifier" && isHybrid(entry) ? entry : null;
  const { preferred, able } = round.plan.rankings[mode];
  const isListed = preferred.some(({ forbidden }) => forbidden === null);
  return (isListed ? preferred : able).includes(entry) ? entry : null;
}
