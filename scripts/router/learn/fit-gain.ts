import { COLUMNS } from "../../../lib/router/classifier/dense";
import { scoreForest } from "../../../lib/router/classifier/forest";
import type { Model } from "../../../lib/router/classifier/model";
import type { WordWeights } from "../../../lib/router/classifier/score-words";
import type { Pair } from "../read-pairs";
import { quantise } from "./fit-stages";
import { LINEAR, scoreLinear, trainLinear } from "./linear";
import { denseOf, type Prepared, prepare } from "./prepare";
import { TREES, trainForest } from "./trees";

/** Whether the outcome changes is mostly chance: little is learned of it, and slowly. */
const WORDS = { ...LINEAR, epochs: 4, rate: 0.05, decay: 1e-3 };
const FOREST = { ...TREES, trees: 120, depth: 3, leaf: 15, ridge: 20 };

export interface PreparedPair extends Pair {
  prepared: Prepared;
  dense: Float64Array;
}

export function preparePair(pair: Pair, words: WordWeights): PreparedPair {
  const { question: text, category: kind, gain } = pair;
  const prepared = prepare({ text, kind, lang: "en", source: "pairs", label: (gain + 1) / 2, weight: 1 });
  return { ...pair, prepared, dense: denseOf(prepared, words) };
}

export interface FittedGain {
  model: Model["gain"];
  score: (pair: PreparedPair) => number;
}

/** Learns what a stronger model adds, from words and from columns side by side. */
export function fitGain(pairs: readonly PreparedPair[]): FittedGain {
  const linear = trainLinear(
    pairs.map(({ prepared }) => prepared),
    WORDS,
  );
  const forest = trainForest(
    {
      rows: pairs.map(({ dense }) => dense),
      labels: pairs.map(({ prepared }) => prepared.label),
      weights: pairs.map(() => 1),
      columns: COLUMNS.length,
    },
    FOREST,
  );
  return {
    model: { words: quantise(linear), forest },
    score: ({ prepared, dense }) => (scoreForest(forest, dense) + scoreLinear(linear, prepared.ids)) / 2,
  };
}
