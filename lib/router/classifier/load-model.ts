import { COLUMNS } from "./dense";
import { BUCKETS } from "./features";
import type { Model, StoredModel } from "./model";
import stored from "./weights.json";

let loaded: Model | null = null;

function bytesOf(base64: string): ArrayBuffer {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let nth = 0; nth < text.length; nth += 1) bytes[nth] = text.charCodeAt(nth);
  return bytes.buffer;
}

/** @throws RangeError when the weights are not those of this code: one of the two was changed alone. */
export function openModel({ words, forest, calibration, unsure }: StoredModel): Model {
  const weights = new Int8Array(bytesOf(words.weights));
  const columns = new Int16Array(bytesOf(forest.columns));
  const [from, to] = unsure;
  if (weights.length !== BUCKETS || columns.some((column) => column >= COLUMNS.length))
    throw new RangeError("the classifier's weights are of another version: train it again");
  if (from === undefined || to === undefined) throw new RangeError("the weights name no bounds of unsure");
  return {
    words: { ...words, weights },
    forest: {
      ...forest,
      columns,
      thresholds: new Float32Array(bytesOf(forest.thresholds)),
      values: new Float32Array(bytesOf(forest.values)),
    },
    calibration,
    unsure: [from, to],
  };
}

/** The trained model, decoded when the first question comes. */
export function loadModel(): Model {
  loaded ??= openModel(stored);
  return loaded;
}
