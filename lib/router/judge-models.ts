import { byQuality } from "./by-quality";
import type { Mode } from "./choice";
import type { LeftOut } from "./decision";
import { costOf, couldAnswer, DRAWBACKS, type Drawback, drawbackOf } from "./drawback";
import type { Entry } from "./plan";
import type { Round } from "./round";

/** After so many of one provider the others have their turn: its models are down together. */
const MOST_OF_A_PROVIDER = 3;
/** Kept for what is tried last, where there is more than enough that is better. */
const LAST_SEATS = 3;
/** For people to read, so the first will do. */
const MOST_LEFT_OUT = 20;

export interface Judged {
  entry: Entry;
  drawback: Drawback | null;
}

export interface Judgement {
  /** Those that could answer, in order; what has a drawback comes last. */
  usable: readonly Judged[];
  /** Those that could not, in order. */
  useless: readonly Judged[];
  /** Who stands before the first that has no drawback, and why. */
  leftOut: readonly LeftOut[];
}

/** Judges groups of models, one after the other and each in its order, as far as it takes to have `most` that nothing
 *  speaks against. */
export function judgeModels(
  round: Round,
  mode: Mode,
  groups: readonly (readonly Entry[])[],
  most: number,
): Judgement {
  const seen = new Set<Entry>();
  const fine: Judged[] = [];
  const further: Judged[] = [];
  const short: Judged[] = [];
  const useless: Judged[] = [];
  const leftOut: LeftOut[] = [];
  const perProvider = new Map<string, number>();
  for (const group of groups) {
    for (const entry of inOrder(round, mode, group)) {
      if (seen.has(entry)) continue;
      seen.add(entry);
      const drawback = entry.forbidden === null ? drawbackOf(round, entry, mode) : null;
      const because = entry.forbidden ?? drawback;
      if (because === null) {
        const { provider } = entry.candidate;
        const count = (perProvider.get(provider) ?? 0) + 1;
        perProvider.set(provider, count);
        (count > MOST_OF_A_PROVIDER ? further : fine).push({ entry, drawback });
        if (fine.length === most) return { usable: fine, useless, leftOut };
        continue;
      }
      if (fine.length === 0 && leftOut.length < MOST_LEFT_OUT) leftOut.push(toLeftOut(entry, because));
      if (drawback !== null) (couldAnswer(drawback) ? short : useless).push({ entry, drawback });
    }
  }
  const lastSeats = Math.min(short.length, LAST_SEATS);
  const better = [...fine, ...further].slice(0, Math.max(1, most - lastSeats));
  const usable = [...better, ...short.sort(byDrawback)].slice(0, most);
  return { usable, useless, leftOut };
}

/** By preference and cost, whoever may not answer included: people are told of them. */
const inOrder = (round: Round, mode: Mode, group: readonly Entry[]): Iterable<Entry> =>
  byQuality(group, round.policy.quality, (entry) => costOf(round, entry, mode));

const rankOf = ({ drawback }: Judged): number => (drawback === null ? -1 : DRAWBACKS.indexOf(drawback));
/** What nothing speaks against first, then the mildest. */
export const byDrawback = (a: Judged, b: Judged): number => rankOf(a) - rankOf(b);

const toLeftOut = ({ candidate }: Entry, because: LeftOut["because"]): LeftOut => ({
  provider: candidate.provider,
  model: candidate.model,
  because,
});
