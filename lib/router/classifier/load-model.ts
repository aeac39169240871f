import { COLUMNS } from "./dense";
import { BUCKETS } from "./features";
import type { Forest } from "./forest";
import type { Model, StoredModel } from "./model";
import type { WordWeights } from "./score-words";
import stored from "./weights.json";

let loaded: Model | null = null;

function bytesOf(base64: string): ArrayBuffer {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let nth = 0; nth < text.length; nth += 1) bytes[nth] = text.charCodeAt(nth);
  return bytes.buffer;
}

const stale = () => new RangeError("the classifier's weights are of another version: train it again");

function openWords(words: StoredModel["words"]): WordWeights {
  const weights = new Int8Array(bytesOf(words.weights));
  if (weights.length !== BUCKETS) throw stale();
  return { ...words, weights };
}

function openForest(forest: StoredModel["forest"]): Forest {
  const columns = new Int16Array(bytesOf(forest.columns));
  if (columns.some((column) => column >= COLUMNS.length)) throw stale();
  return {
    ...forest,
    columns,
    thresholds: new Float32Array(bytesOf(forest.thresholds)),
    values: new Float32Array(bytesOf(forest.values)),
  };
}

/** @throws RangeError when the weights are not those of this code: one of the two was changed alone. */
function openModel({ words, forest, calibration, unsure, gain }: StoredModel): Model {
  const [from, to] = unsure;
  if (from === undefined || to === undefined) throw stale();
  return {
    words: openWords(words),
    forest: openForest(forest),
    calibration,
    unsure: [from, to],
    gain: { words: openWords(gain.words), forest: openForest(gain.forest) },
  };
}

/** The trained model, decoded when the first question comes. */
export function loadModel(): Model {
  loaded ??= openModel(stored);
  return loaded;
}
