/** Boosted trees, all of one size, one after the other. In each, node n has the children 2n+1 and 2n+2; a value at or
 *  under the threshold goes to the first, and a node without a column (-1) is a leaf. */
export interface Forest {
  base: number;
  nodesPerTree: number;
  columns: Int16Array;
  thresholds: Float32Array;
  /** What each node would answer if it were a leaf, in logits. */
  values: Float32Array;
}

/** The logit of a row. */
export function scoreForest(forest: Forest, row: Float64Array): number {
  const { columns, thresholds, values, nodesPerTree } = forest;
  let sum = forest.base;
  for (let root = 0; root < columns.length; root += nodesPerTree) {
    let node = 0;
    let column = columns[root] ?? -1;
    while (column >= 0) {
      node = Math.fround(row[column] ?? 0) <= (thresholds[root + node] ?? 0) ? 2 * node + 1 : 2 * node + 2;
      column = columns[root + node] ?? -1;
    }
    sum += values[root + node] ?? 0;
  }
  return sum;
}

/** The logit of a row, and what each column added to it: at each split, the difference that it made to the node's
 *  answer. With the base and the roots' answers they sum up to the score. */
export function explainForest(forest: Forest, row: Float64Array, contributions: Float64Array): number {
  const { columns, thresholds, values, nodesPerTree } = forest;
  contributions.fill(0);
  let sum = forest.base;
  for (let root = 0; root < columns.length; root += nodesPerTree) {
    let node = 0;
    let column = columns[root] ?? -1;
    while (column >= 0) {
      const next =
        Math.fround(row[column] ?? 0) <= (thresholds[root + node] ?? 0) ? 2 * node + 1 : 2 * node + 2;
      contributions[column] =
        (contributions[column] ?? 0) + (values[root + next] ?? 0) - (values[root + node] ?? 0);
      node = next;
      column = columns[root + node] ?? -1;
    }
    sum += values[root + node] ?? 0;
  }
  return sum;
}
