import type { Forest } from "../../../lib/router/classifier/forest";
import type { Model, StoredModel } from "../../../lib/router/classifier/model";
import type { WordWeights } from "../../../lib/router/classifier/score-words";

const toBase64 = ({ buffer, byteOffset, byteLength }: ArrayBufferView) =>
  Buffer.from(buffer, byteOffset, byteLength).toString("base64");

const round = (value: number) => Number(value.toPrecision(7));

const storeWords = ({ weights, scale, bias }: WordWeights) => ({
  weights: toBase64(weights),
  scale: round(scale),
  bias: round(bias),
});

const storeForest = ({ base, nodesPerTree, columns, thresholds, values }: Forest) => ({
  base: round(base),
  nodesPerTree,
  columns: toBase64(columns),
  thresholds: toBase64(thresholds),
  values: toBase64(values),
});

/** A model as its file holds it. */
export function toStored({ words, forest, calibration, unsure, gain }: Model): StoredModel {
  return {
    words: storeWords(words),
    forest: storeForest(forest),
    calibration: { slope: round(calibration.slope), shift: round(calibration.shift) },
    unsure: unsure.map(round),
    gain: { words: storeWords(gain.words), forest: storeForest(gain.forest) },
  };
}
