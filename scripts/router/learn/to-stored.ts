import type { Model, StoredModel } from "../../../lib/router/classifier/model";

const toBase64 = ({ buffer, byteOffset, byteLength }: ArrayBufferView) =>
  Buffer.from(buffer, byteOffset, byteLength).toString("base64");

const round = (value: number) => Number(value.toPrecision(7));

/** A model as its file holds it. */
export function toStored({ words, forest, calibration, unsure }: Model): StoredModel {
  return {
    words: { weights: toBase64(words.weights), scale: round(words.scale), bias: round(words.bias) },
    forest: {
      base: round(forest.base),
      nodesPerTree: forest.nodesPerTree,
      columns: toBase64(forest.columns),
      thresholds: toBase64(forest.thresholds),
      values: toBase64(forest.values),
    },
    calibration: { slope: round(calibration.slope), shift: round(calibration.shift) },
    unsure: unsure.map(round),
  };
}
