import { COLUMNS } from "./dense";
import type { Features } from "./features";
import { explainForest } from "./forest";
import type { Model } from "./model";
import { REASON_OF_CLASS, type Reason } from "./reason";
import { WORD_CLASSES } from "./word-class";

const MOST = 3;
/** Less than this, in logits, decided nothing. */
const SLIGHT = 0.1;
const NUMBERS = /numbers|Numbers|decimals|years|percents|currency/;
const LENGTH = /ength|segments|words|wordChars|hanChars|lines/;

const reasonOfClass = WORD_CLASSES.map((name) => REASON_OF_CLASS[name]);

/** What a column is called; null for the scores of words, which are told by the words behind them. */
const reasonOfColumn: readonly (Reason | null)[] = COLUMNS.map((column) => {
  if (column.startsWith("score") || column.endsWith("*")) return null;
  const wordClass = WORD_CLASSES.find(
    (name) => /^(any|first|last):/.test(column) && column.endsWith(`:${name}`),
  );
  if (wordClass !== undefined) return REASON_OF_CLASS[wordClass];
  if (NUMBERS.test(column)) return "numbers";
  return LENGTH.test(column) ? "length" : "form";
});
const isWord = COLUMNS.map((column) => /^(any|first|last):/.test(column));
const contributions = new Float64Array(COLUMNS.length);
const byOwner = new Float64Array(WORD_CLASSES.length + 1);

/** How the words that speak for `sign` share what the linear score added. */
function shareByOwner({ ids, owners, repeats, size }: Features, weights: Int8Array, sign: number): void {
  byOwner.fill(0);
  for (let nth = 0; nth < size; nth += 1) {
    if (repeats[nth] === 1) continue;
    const owner = owners[nth] ?? 0;
    byOwner[owner] = (byOwner[owner] ?? 0) + sign * (weights[ids[nth] ?? 0] ?? 0);
  }
  for (let owner = 0; owner < byOwner.length; owner += 1) byOwner[owner] = Math.max(byOwner[owner] ?? 0, 0);
}

/** What decided for `sign` (1 reasoning, -1 knowledge), the weightiest first: the columns' shares of the logit, with
 *  those of the linear score told by the words behind it. A word that is not there is no reason. */
export function findReasons(features: Features, row: Float64Array, model: Model, sign: 1 | -1): Reason[] {
  explainForest(model.forest, row, contributions);
  const sums = new Map<Reason, number>();
  const add = (reason: Reason, share: number) => sums.set(reason, (sums.get(reason) ?? 0) + share);
  let wording = 0;
  contributions.forEach((contribution, column) => {
    const reason = reasonOfColumn[column];
    const share = sign * contribution;
    if (reason === null) wording += share;
    else if (reason !== undefined && !(isWord[column] && (row[column] ?? 0) === 0)) add(reason, share);
  });
  if (wording > 0) {
    shareByOwner(features, model.words.weights, sign);
    const total = byOwner.reduce((sum, share) => sum + share, 0);
    if (total > 0)
      byOwner.forEach((share, owner) => {
        add(owner === 0 ? "wording" : (reasonOfClass[owner - 1] ?? "wording"), (wording * share) / total);
      });
  }
  return [...sums]
    .filter(([, share]) => share > SLIGHT)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([reason]) => reason);
}
