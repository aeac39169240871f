import type { Forest } from "./forest";
import type { WordWeights } from "./score-words";

/** From a logit to a probability: the slope and the shift that make it true on sources never seen. */
export interface Calibration {
  slope: number;
  shift: number;
}

/** What training leaves: see docs/router-model-card.md. */
export interface Model {
  words: WordWeights;
  forest: Forest;
  calibration: Calibration;
  /** Below the first it is knowledge, from the second on reasoning, and between them nobody knows. */
  unsure: readonly [number, number];
  /** Of what a stronger model would gain; its trees read the columns with the scores of `words`. */
  gain: { words: WordWeights; forest: Forest };
}

interface StoredWords {
  weights: string;
  scale: number;
  bias: number;
}

interface StoredForest {
  base: number;
  nodesPerTree: number;
  columns: string;
  thresholds: string;
  values: string;
}

/** A model as the file holds it; arrays of numbers are base64 of their bytes, little-endian. */
export interface StoredModel {
  words: StoredWords;
  forest: StoredForest;
  calibration: Calibration;
  unsure: number[];
  gain: { words: StoredWords; forest: StoredForest };
}
