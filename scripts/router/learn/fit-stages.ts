import { COLUMNS } from "../../../lib/router/classifier/dense";
import type { Forest } from "../../../lib/router/classifier/forest";
import { rowLogit } from "../../../lib/router/classifier/row-logit";
import type { WordWeights } from "../../../lib/router/classifier/score-words";
import { groupOf } from "./balance";
import { type Linear, trainLinear } from "./linear";
import { denseOf, type Prepared } from "./prepare";
import { trainForest } from "./trees";

const INNER_FOLDS = 4;
const STEPS = 127;
/** How much more our own rows count for the trees than for the words: they are few, but asked as people ask. */
const OWN_IN_TREES = 2;

export interface Fitted {
  linear: Linear;
  words: WordWeights;
  forest: Forest;
  /** The uncalibrated logit of a row. */
  score: (row: Prepared) => number;
}

/** The weights as they ship: a byte each. */
export function quantise({ weights, bias }: Linear): WordWeights {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9);
  const scale = largest / STEPS;
  return { weights: Int8Array.from(weights, (weight) => Math.round(weight / scale)), scale, bias };
}

function foldOf(row: Prepared): number {
  let hash = 0;
  for (const character of groupOf(row)) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) >>> 0;
  return hash % INNER_FOLDS;
}

/** Both stages. The trees learn from scores of words that were given by models which had not seen the row's group. */
export function fitStages(rows: readonly Prepared[]): Fitted {
  const dense = new Map<Prepared, Float64Array>();
  for (let fold = 0; fold < INNER_FOLDS; fold += 1) {
    const words = quantise(trainLinear(rows.filter((row) => foldOf(row) !== fold)));
    for (const row of rows) if (foldOf(row) === fold) dense.set(row, denseOf(row, words));
  }
  const forest = trainForest({
    rows: rows.flatMap((row) => dense.get(row) ?? []),
    labels: rows.map(({ label }) => label),
    weights: rows.map(({ source, weight }) => (source === "own" ? OWN_IN_TREES * weight : weight)),
    columns: COLUMNS.length,
  });
  const linear = trainLinear(rows);
  const words = quantise(linear);
  return { linear, words, forest, score: (row) => rowLogit(forest, denseOf(row, words)) };
}
