import { COLUMNS } from "./dense";
import { explainForest, type Forest, scoreForest } from "./forest";

/** Of the words' own score, beside what the trees make of it: they know only its ranges, and trust it too little in
 *  kinds of questions that they never met. Chosen on sources held out as a whole. */
const WORDS_SHARE = 0.15;
const ALL_WORDS = COLUMNS.indexOf("scoreAll");

/** The logit of a row before calibration: that of the trees and a share of the words' own. */
export function rowLogit(forest: Forest, row: Float64Array): number {
  return scoreForest(forest, row) + WORDS_SHARE * (row[ALL_WORDS] ?? 0);
}

/** The same, and what each column added to it. */
export function explainRow(forest: Forest, row: Float64Array, contributions: Float64Array): number {
  const trees = explainForest(forest, row, contributions);
  const words = WORDS_SHARE * (row[ALL_WORDS] ?? 0);
  contributions[ALL_WORDS] = (contributions[ALL_WORDS] ?? 0) + words;
  return trees + words;
}
