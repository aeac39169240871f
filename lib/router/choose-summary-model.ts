import type { ModelName } from "./model-name";

export interface SummaryCandidate extends ModelName {
  /** Tokens of material that it takes in one call; null when unknown. */
  room: number | null;
}

/** The model that summarises `tokens` of material: the chosen one if it has the room, or nobody knows; else one of
 *  the same provider, so that the conversation goes to no other; else any. Of several the smallest that has enough,
 *  which costs least. Where none has, the one of the chosen provider with the most room, in parts. */
export function chooseSummaryModel<Candidate extends SummaryCandidate>(
  chosen: Candidate,
  candidates: readonly Candidate[],
  tokens: number,
): Candidate {
  if (chosen.room === null || chosen.room >= tokens) return chosen;
  const own = candidates.filter(({ provider }) => provider === chosen.provider);
  const smallestFirst = (a: Candidate, b: Candidate) => (a.room ?? 0) - (b.room ?? 0);
  const enough = (from: readonly Candidate[]): Candidate | undefined =>
    from.filter(({ room }) => room !== null && room >= tokens).sort(smallestFirst)[0];
  return enough(own) ?? enough(candidates) ?? [chosen, ...own].sort(smallestFirst).at(-1) ?? chosen;
}
