import { COLUMNS, toDense } from "./dense";
import { Features } from "./features";
import { normalise } from "./normalise";
import { Scanner } from "./scan";
import { scoreWords, type WordWeights } from "./score-words";

/** What was read of a text: valid until the next text is read, since both are filled again and again. */
export interface ReadText {
  features: Features;
  row: Float64Array;
}

const features = new Features();
const row = new Float64Array(COLUMNS.length);

/** A text that is normalised as features and as a row of columns. */
export function readPlainText(plain: string, words: WordWeights): ReadText {
  features.clear();
  new Scanner(plain, features).run();
  toDense(features, scoreWords(features, words), plain.length, plain.endsWith("?"), row);
  return { features, row };
}

/** What `readWindow` leaves of a text as people wrote it. */
export function readWindowed(window: string, words: WordWeights): ReadText {
  return readPlainText(normalise(window), words);
}
