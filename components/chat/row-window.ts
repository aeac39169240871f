/** The first and the last row of a stretch; empty when `last` is before `first`. */
export interface RowRange {
  first: number;
  last: number;
}

/** The rows that lie between two distances from the top of a list. */
export function rowsBetween(
  count: number,
  heightOf: (row: number) => number,
  top: number,
  bottom: number,
): RowRange {
  let row = 0;
  let at = 0;
  while (row < count - 1 && at + heightOf(row) <= top) at += heightOf(row++);
  const first = row;
  while (row < count - 1 && at + heightOf(row) < bottom) at += heightOf(row++);
  return { first, last: count === 0 ? -1 : row };
}

/** The last rows that fill so much, where nothing is measured yet. */
export function rowsAtEnd(count: number, heightOf: (row: number) => number, fill: number): RowRange {
  let first = count;
  for (let filled = 0; first > 0 && filled < fill; ) filled += heightOf(--first);
  return { first, last: count - 1 };
}

/** What stands in a list of which only a stretch and some rows are rendered, from the top. */
export type Piece = { row: number } | { row: null; before: number; height: number };

/** Rows, and the room of those between them that are not rendered. */
export function piecesOf(
  count: number,
  heightOf: (row: number) => number,
  { first, last }: RowRange,
  pinned: readonly number[],
): Piece[] {
  const rows = new Set(pinned.filter((row) => row >= 0 && row < count));
  for (let row = Math.max(0, first); row <= Math.min(last, count - 1); row++) rows.add(row);
  const pieces: Piece[] = [];
  let next = 0;
  const room = (before: number): void => {
    let height = 0;
    for (; next < before; next++) height += heightOf(next);
    pieces.push({ row: null, before, height });
  };
  for (const row of [...rows].sort((a, b) => a - b)) {
    if (row > next) room(row);
    pieces.push({ row });
    next = row + 1;
  }
  if (next < count) room(count);
  return pieces;
}
