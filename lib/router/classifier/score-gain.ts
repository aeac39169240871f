import { scoreForest } from "./forest";
import { loadModel } from "./load-model";
import type { Model } from "./model";
import { type ReadText, readWindowed } from "./read-text";
import { readWindow } from "./read-window";
import { scoreWords } from "./score-words";

const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit));

/** The gain of a text that was read, as a logit of the mean of (strong right - weak right + 1) / 2. */
function gainLogit({ features, row }: ReadText, { words, forest }: Model["gain"]): number {
  return (scoreForest(forest, row) + scoreWords(features, words).all) / 2;
}

/** What a stronger model is expected to add to the chance of a right answer, from -1 to 1: good for putting questions in
 *  order, no promise for a single one. Learned from one pair of models on questions with one right answer. */
export function scoreGain(text: string): number {
  const { words, gain } = loadModel();
  return 2 * sigmoid(gainLogit(readWindowed(readWindow(text), words), gain)) - 1;
}
