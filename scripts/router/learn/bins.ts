/** How many ranges a column's values are told apart in. */
export const BINS = 48;

export interface Binned {
  /** By column: the values at which it may be split. */
  cuts: readonly Float32Array[];
  /** By column: the range that each row's value falls in. */
  bins: readonly Uint8Array[];
}

function cutsOf(values: Float32Array): Float32Array {
  const sorted = Float32Array.from(values).sort();
  const distinct = sorted.filter((value, nth) => nth === 0 || value !== sorted[nth - 1]);
  if (distinct.length < BINS) return distinct.slice(0, -1);
  const cuts = new Set<number>();
  for (let bin = 1; bin < BINS; bin += 1)
    cuts.add(sorted[Math.floor((bin * sorted.length) / BINS)] ?? Number.POSITIVE_INFINITY);
  return Float32Array.from(cuts);
}

/** The first range whose cut is not below the value. */
function binOf(value: number, cuts: Float32Array): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (cuts[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function toBins(rows: readonly Float64Array[], columns: number): Binned {
  const cuts: Float32Array[] = [];
  const bins: Uint8Array[] = [];
  for (let column = 0; column < columns; column += 1) {
    const values = Float32Array.from(rows, (row) => row[column] ?? 0);
    const own = cutsOf(values);
    cuts.push(own);
    bins.push(Uint8Array.from(values, (value) => binOf(value, own)));
  }
  return { cuts, bins };
}
