import type { Prepared } from "./prepare";

const OWN_FOLDS = 6;
/** Sources whose prompts are as people ask them; the others are examinations and trivia of one form each. */
const LIKE_PEOPLE = /^(own|belle|self|awesome)/;

export interface Judged<Some extends Prepared> {
  row: Some;
  logit: number;
}

/** What is held out together: each source as a whole, and of our own rows whole kinds, in both languages at once. */
function foldsOf<Some extends Prepared>(rows: readonly Some[]): Map<string, Some[]> {
  const kinds = [...new Set(rows.filter(({ source }) => source === "own").map(({ kind }) => kind))].sort();
  const folds = new Map<string, Some[]>();
  for (const row of rows) {
    const name = row.source === "own" ? `own ${kinds.indexOf(row.kind) % OWN_FOLDS}` : row.source;
    const fold = folds.get(name);
    if (fold === undefined) folds.set(name, [row]);
    else fold.push(row);
  }
  return folds;
}

export interface HoldOutOptions {
  say: (line: string) => void;
  /** Only the sources whose prompts are as people ask them. */
  quick?: boolean;
}

/** Each row judged by a model that saw nothing of its source or kind. */
export function holdOut<Some extends Prepared>(
  rows: readonly Some[],
  learn: (rows: readonly Some[]) => (row: Some) => number,
  { say, quick = false }: HoldOutOptions,
): Judged<Some>[] {
  return [...foldsOf(rows)]
    .filter(([name]) => !quick || LIKE_PEOPLE.test(name))
    .flatMap(([name, held]) => {
      const out = new Set(held);
      const score = learn(rows.filter((row) => !out.has(row)));
      say(`held out ${name}: ${held.length}`);
      return held.map((row) => ({ row, logit: score(row) }));
    });
}
