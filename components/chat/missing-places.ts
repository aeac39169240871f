/** Which page to read so that the places from `low` to `high` are known: from the place that is needed first, towards
 *  the other. Below what is known, or at the very beginning, one reads on downwards, else upwards. Null when nothing
 *  is missing. */
export function missingPlaces(
  known: (place: number) => boolean,
  low: number,
  high: number,
  pageLength: number,
): { from: number; to: number } | null {
  let first = low;
  while (first <= high && known(first)) first++;
  if (first > high) return null;
  if (first === 0 || known(first - 1)) return { from: first, to: untilKnown(known, first, 1, pageLength) };
  let last = high;
  while (known(last)) last--;
  return { from: last, to: untilKnown(known, last, -1, pageLength) };
}

function untilKnown(
  known: (place: number) => boolean,
  from: number,
  step: 1 | -1,
  pageLength: number,
): number {
  let at = from;
  for (let count = 1; count < pageLength; count++) {
    if (at + step < 0 || known(at + step)) break;
    at += step;
  }
  return at;
}
