import { type Circuit, standing } from "./circuit";

interface Choosable {
  /** Its share among those that can be used; 0: only where no other can. */
  weight: number;
  circuit: Circuit | null;
}

export interface RankedCredential<Candidate> {
  candidate: Candidate;
  /** `works`: nothing is known against it. `due`: it waits for a probe, which one call at a time is. `held`: its circuit
   *  is open or being probed, so that it is for when nothing else is left. */
  state: "works" | "due" | "held";
}

interface Chances<Candidate> {
  now: Date;
  /** From 0 to below 1, anew with each call. */
  random: () => number;
  /** The share of its allowance that a key has left for one more call, from 0 to 1. */
  room: (candidate: Candidate) => number;
}

/** A provider's credentials in the order in which a call tries them: what waits for a probe, so that it is not
 *  forgotten; what works, by chance, weighed by weight and room; what works and has no room; what its circuit holds
 *  back, the one that may be tried the soonest first. */
export function rankCredentials<Candidate extends Choosable>(
  candidates: readonly Candidate[],
  { now, random, room }: Chances<Candidate>,
): RankedCredential<Candidate>[] {
  const due: Candidate[] = [];
  const held: Candidate[] = [];
  const roomy: [Candidate, number][] = [];
  const full: [Candidate, number][] = [];
  for (const candidate of candidates) {
    const is = candidate.circuit === null ? "closed" : standing(candidate.circuit, now);
    if (is === "due") due.push(candidate);
    else if (is !== "closed") held.push(candidate);
    else {
      const share = room(candidate);
      if (share > 0) roomy.push([candidate, candidate.weight * share]);
      else full.push([candidate, candidate.weight]);
    }
  }
  const as = (state: RankedCredential<Candidate>["state"]) => (candidate: Candidate) => ({
    candidate,
    state,
  });
  return [
    ...due.map(as("due")),
    ...[...byWeight(roomy, random), ...byWeight(full, random)].map(as("works")),
    ...held.toSorted((a, b) => openUntil(a) - openUntil(b)).map(as("held")),
  ];
}

/** All of them, each drawn from those that are left with its share of chance. */
function byWeight<Candidate>(candidates: readonly [Candidate, number][], random: () => number): Candidate[] {
  const left = [...candidates];
  const drawn: Candidate[] = [];
  while (left.length > 0) {
    const [one] = left.splice(
      draw(
        left.map(([, weight]) => weight),
        random,
      ),
      1,
    );
    if (one) drawn.push(one[0]);
  }
  return drawn;
}

/** @returns which of the weights; where all are 0, any */
function draw(weights: readonly number[], random: () => number): number {
  if (weights.length === 1) return 0;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return Math.floor(random() * weights.length);
  let left = random() * total;
  for (const [index, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return index;
  }
  return weights.findLastIndex((weight) => weight > 0);
}

const openUntil = ({ circuit }: Choosable): number => circuit?.openUntil?.getTime() ?? 0;
