import { COLUMNS, toDense } from "../../../lib/router/classifier/dense";
import { Features } from "../../../lib/router/classifier/features";
import { normalise } from "../../../lib/router/classifier/normalise";
import { readWindow } from "../../../lib/router/classifier/read-window";
import { Scanner } from "../../../lib/router/classifier/scan";
import {
  isFirst,
  newGeneration,
  scoreWords,
  type WordWeights,
} from "../../../lib/router/classifier/score-words";
import type { Row } from "../row";

export interface Prepared extends Row {
  plain: string;
  ids: Int32Array;
}

const features = new Features();

function scan(plain: string): Features {
  features.clear();
  new Scanner(plain, features).run();
  return features;
}

/** A row with its distinct hashed features. */
export function prepare(row: Row): Prepared {
  const plain = normalise(readWindow(row.text));
  const { ids, size } = scan(plain);
  const now = newGeneration();
  return { ...row, plain, ids: ids.slice(0, size).filter((id) => isFirst(id, now)) };
}

/** The columns that trees learn from, with the words scored by `weights`. */
export function denseOf({ plain }: Prepared, weights: WordWeights): Float64Array {
  const read = scan(plain);
  const row = new Float64Array(COLUMNS.length);
  toDense(read, scoreWords(read, weights), plain.length, plain.endsWith("?"), row);
  return row;
}
