import { Features } from "../../../lib/router/classifier/features";
import { normalise } from "../../../lib/router/classifier/normalise";
import { readPlainText } from "../../../lib/router/classifier/read-text";
import { readWindow } from "../../../lib/router/classifier/read-window";
import { Scanner } from "../../../lib/router/classifier/scan";
import { isFirst, newGeneration, type WordWeights } from "../../../lib/router/classifier/score-words";
import type { Row } from "../row";

export interface Prepared extends Row {
  plain: string;
  /** Distinct hashed features. */
  ids: Int32Array;
}

const features = new Features();

/** A row as the models see it. */
export function prepare(row: Row): Prepared {
  const plain = normalise(readWindow(row.text));
  features.clear();
  new Scanner(plain, features).run();
  const now = newGeneration();
  const ids = features.ids.slice(0, features.size).filter((id) => isFirst(id, now));
  return { ...row, plain, ids };
}

/** The columns that trees learn from, with the words scored by `weights`. */
export function denseOf({ plain }: Prepared, weights: WordWeights): Float64Array {
  return readPlainText(plain, weights).row.slice();
}
