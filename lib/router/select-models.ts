import type { Mode } from "./choice";
import type { LeftOut } from "./decision";
import type { Drawback } from "./drawback";
import { type Judged, judgeModels } from "./judge-models";
import type { Entry } from "./plan";
import type { Round } from "./round";

export interface Selected {
  /** In the order in which they are to be tried; empty: nobody may answer. */
  entries: readonly Entry[];
  /** What speaks against the first all the same. */
  despite: Drawback | null;
  /** Who would have come before the first, and why not. */
  leftOut: readonly LeftOut[];
}

/** Who answers in a mode, and who is tried next: whoever suits it; where none of them could answer, whoever could; else
 *  whoever suits it all the same. The demo is asked only where nobody else may be.
 *  @param favoured comes before the order, in which it is too
 *  @param most how many are wanted */
export function selectModels(
  round: Round,
  mode: Mode,
  { favoured = [], most }: { favoured?: readonly Entry[]; most: number },
): Selected {
  const { rankings, demo } = round.plan;
  const { preferred, able, others } = rankings[mode];
  const ahead = favoured.map((entry) => [entry]);
  const suiting = judgeModels(round, mode, [...ahead, preferred, able], most);
  if (suiting.usable.length > 0) return toSelected(suiting.usable, suiting.leftOut);
  const rest = judgeModels(round, mode, [others], most);
  const demos = () => {
    const { usable, useless } = judgeModels(round, mode, [demo], most);
    return [...usable, ...useless];
  };
  const found = [rest.usable, suiting.useless, rest.useless].find((list) => list.length > 0) ?? demos();
  return toSelected(found.slice(0, most), suiting.leftOut);
}

function toSelected(judged: readonly Judged[], leftOut: readonly LeftOut[]): Selected {
  const first = judged[0];
  if (!first) return { entries: [], despite: null, leftOut };
  const { provider, model } = first.entry.candidate;
  return {
    entries: judged.map(({ entry }) => entry),
    despite: first.drawback,
    leftOut: leftOut.filter((out) => out.model !== model || out.provider !== provider),
  };
}
