import { COLUMNS } from "./dense";
import { REASON_OF_CLASS, REASONS, type Reason } from "./reason";
import { WORD_CLASSES } from "./word-class";

const MOST = 3;
/** Less than this, in logits, decided nothing. */
const SLIGHT = 0.1;
const NUMBERS = /numbers|Numbers|decimals|years|percents|currency/;
const LENGTH = /ength|segments|words|wordChars|hanChars|lines/;
/** Instead of a reason's place: of the scores of words, which are told by the words behind them. */
const WORDING = -1;

const placeOf = (reason: Reason): number => REASONS.indexOf(reason);
const ownersPlaces = [placeOf("wording"), ...WORD_CLASSES.map((name) => placeOf(REASON_OF_CLASS[name]))];

/** What each column is called, as a place among the reasons. */
const columnPlaces = Int8Array.from(COLUMNS, (column) => {
  if (column.startsWith("score") || column.endsWith("*")) return WORDING;
  const wordClass = WORD_CLASSES.find(
    (name) => /^(any|first|last):/.test(column) && column.endsWith(`:${name}`),
  );
  if (wordClass !== undefined) return placeOf(REASON_OF_CLASS[wordClass]);
  if (NUMBERS.test(column)) return placeOf("numbers");
  return placeOf(LENGTH.test(column) ? "length" : "form");
});
const isWord = Uint8Array.from(COLUMNS, (column) => (/^(any|first|last):/.test(column) ? 1 : 0));
/** By place; filled again for each text. */
const shares = new Float64Array(REASONS.length);

/** What is known of a text that was judged. */
export interface Explained {
  row: Float64Array;
  /** By column, as the forest explains them. */
  contributions: Float64Array;
  /** What the words of each class, and of none, weigh. */
  ownerSums: Float64Array;
}

/** What decided for `sign` (1 reasoning, -1 knowledge), the weightiest first: the columns' shares of the logit, with
 *  those of the linear score told by the words behind it. A word that is not there is no reason. */
export function findReasons({ row, contributions, ownerSums }: Explained, sign: 1 | -1): Reason[] {
  shares.fill(0);
  let wording = 0;
  for (let column = 0; column < columnPlaces.length; column += 1) {
    const place = columnPlaces[column] ?? WORDING;
    const share = sign * (contributions[column] ?? 0);
    if (place === WORDING) wording += share;
    else if (isWord[column] === 0 || row[column] !== 0) shares[place] = (shares[place] ?? 0) + share;
  }
  if (wording > 0) shareWording(wording, ownerSums, sign);
  return weightiest();
}

/** Among the words that speak for `sign`. */
function shareWording(wording: number, ownerSums: Float64Array, sign: 1 | -1): void {
  let total = 0;
  for (const sum of ownerSums) total += Math.max(sign * sum, 0);
  if (total === 0) return;
  for (let owner = 0; owner < ownerSums.length; owner += 1) {
    const place = ownersPlaces[owner] ?? 0;
    const share = Math.max(sign * (ownerSums[owner] ?? 0), 0);
    shares[place] = (shares[place] ?? 0) + (wording * share) / total;
  }
}

function weightiest(): Reason[] {
  const found: Reason[] = [];
  while (found.length < MOST) {
    let best = 0;
    for (let place = 1; place < shares.length; place += 1)
      if ((shares[place] ?? 0) > (shares[best] ?? 0)) best = place;
    const reason = REASONS[best];
    if (reason === undefined || (shares[best] ?? 0) <= SLIGHT) break;
    found.push(reason);
    shares[best] = 0;
  }
  return found;
}
