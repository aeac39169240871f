import { type Circuit, standing } from "./circuit";

interface Choosable {
  /** Its share among those that can be used; 0: only where no other can. */
  weight: number;
  circuit: Circuit | null;
}

export interface CredentialChoice<Candidate> {
  /** Those that wait for a probe: the first that can be claimed is used. */
  probes: Candidate[];
  /** Else this one: by weight among those that work, or the least bad. Null only where there is none at all. */
  otherwise: Candidate | null;
}

/** @param random from 0 to below 1 */
export function chooseCredential<Candidate extends Choosable>(
  candidates: readonly Candidate[],
  now: Date,
  random: number,
): CredentialChoice<Candidate> {
  const isNow = (wanted: string) => (candidate: Candidate) =>
    (candidate.circuit === null ? "closed" : standing(candidate.circuit, now)) === wanted;
  const closed = candidates.filter(isNow("closed"));
  return {
    // Where there is one alone, it is tried in any case.
    probes: candidates.length > 1 ? candidates.filter(isNow("due")) : [],
    otherwise: byWeight(closed, random) ?? leastBad(candidates),
  };
}

function byWeight<Candidate extends Choosable>(
  candidates: readonly Candidate[],
  random: number,
): Candidate | null {
  const total = candidates.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return candidates[Math.floor(random * candidates.length)] ?? null;
  let left = random * total;
  for (const candidate of candidates) {
    left -= candidate.weight;
    if (left < 0) return candidate;
  }
  return null;
}

/** The one that may be tried again the soonest. */
function leastBad<Candidate extends Choosable>(candidates: readonly Candidate[]): Candidate | null {
  const until = ({ circuit }: Candidate) => circuit?.openUntil?.getTime() ?? 0;
  return candidates.toSorted((a, b) => until(a) - until(b))[0] ?? null;
}
