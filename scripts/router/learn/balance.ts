import type { Row } from "../row";

/** Where a row belongs when rows are held out or counted: its source and kind. */
export const groupOf = ({ source, kind, lang }: Row) =>
  source === "own" ? `own:${lang}:${kind}` : `${source}:${kind}`;

const GIVEN_AT_MOST_PER_ROOT = 5;
const OWN_WEIGHT = 1.6;
const UNSURE_WEIGHT = 0.3;

/** Weights under which no source drowns the others: a large one counts as the root of its size does. */
export function balance<Some extends Row>(rows: readonly Some[]): Some[] {
  const sizes = new Map<string, number>();
  for (const row of rows) sizes.set(groupOf(row), (sizes.get(groupOf(row)) ?? 0) + 1);
  return rows.map((row) => {
    const size = sizes.get(groupOf(row)) ?? 1;
    const share = row.source === "own" ? OWN_WEIGHT : Math.min(1, GIVEN_AT_MOST_PER_ROOT / Math.sqrt(size));
    return { ...row, weight: row.label === 0.5 ? share * UNSURE_WEIGHT : share };
  });
}
