import { fitStages } from "./fit-stages";
import { scoreLinear } from "./linear";
import type { Prepared } from "./prepare";

const OWN_FOLDS = 6;

export interface Judged {
  row: Prepared;
  /** Uncalibrated logit of the classifier. */
  logit: number;
  /** Logit of the plain linear model over the same words. */
  linear: number;
}

/** What is held out together: each source as a whole, and of our own rows whole kinds, in both languages at once. */
export function foldsOf(rows: readonly Prepared[]): Map<string, Prepared[]> {
  const kinds = [...new Set(rows.filter(({ source }) => source === "own").map(({ kind }) => kind))].sort();
  const folds = new Map<string, Prepared[]>();
  for (const row of rows) {
    const name = row.source === "own" ? `own ${kinds.indexOf(row.kind) % OWN_FOLDS}` : row.source;
    const fold = folds.get(name);
    if (fold === undefined) folds.set(name, [row]);
    else fold.push(row);
  }
  return folds;
}

/** Each row judged by a model that saw nothing of its source or kind. */
export function holdOut(rows: readonly Prepared[], say: (line: string) => void, quick = false): Judged[] {
  return [...foldsOf(rows)]
    .filter(([name]) => !quick || /own|belle|self|awesome/.test(name))
    .flatMap(([name, held]) => {
      const out = new Set(held);
      const fitted = fitStages(rows.filter((row) => !out.has(row)));
      say(`held out ${name}: ${held.length}`);
      return held.map((row) => ({
        row,
        logit: fitted.score(row),
        linear: scoreLinear(fitted.linear, row.ids),
      }));
    });
}
