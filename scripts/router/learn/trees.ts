import { seeded } from "./random";
import { sigmoid } from "./linear";

export interface TreeOptions {
  trees: number;
  depth: number;
  rate: number;
  /** Least sum of weights in a leaf. */
  leaf: number;
  /** Added to each leaf's curvature. */
  ridge: number;
  rowShare: number;
  columnShare: number;
  seed: number;
}

export const TREES: TreeOptions = {
  trees: 220,
  depth: 4,
  rate: 0.06,
  leaf: 4,
  ridge: 3,
  rowShare: 0.7,
  columnShare: 0.35,
  seed: 11,
};

/** A complete binary tree: node n has the children 2n+1 and 2n+2; a value at or under the threshold goes to the first. */
export interface Tree {
  columns: Int16Array;
  thresholds: Float32Array;
  /** What each node would answer if it were a leaf. */
  values: Float32Array;
}

export interface Forest {
  base: number;
  trees: Tree[];
}

const BINS = 48;

/** Cuts between the values of each column, at most BINS - 1. */
export function cutsOf(rows: readonly Float64Array[], columns: number): Float32Array[] {
  return Array.from({ length: columns }, (_, column) => {
    const values = [...new Set(rows.map((row) => Math.fround(row[column] ?? 0)))].sort((a, b) => a - b);
    if (values.length < BINS) return Float32Array.from(values.slice(0, -1));
    const all = rows.map((row) => Math.fround(row[column] ?? 0)).sort((a, b) => a - b);
    const cuts = new Set<number>();
    for (let bin = 1; bin < BINS; bin += 1) cuts.add(all[Math.floor((bin * all.length) / BINS)] ?? 0);
    return Float32Array.from(cuts);
  });
}

function binned(rows: readonly Float64Array[], cuts: readonly Float32Array[]): Uint8Array[] {
  return cuts.map((cut) => Uint8Array.from({ length: rows.length }, () => 0)).map((bins, column) => {
    const cut = cuts[column] ?? new Float32Array(0);
    rows.forEach((row, nth) => {
      const value = Math.fround(row[column] ?? 0);
      let low = 0;
      let high = cut.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value <= (cut[middle] ?? 0)) high = middle;
        else low = middle + 1;
      }
      bins[nth] = low;
    });
    return bins;
  });
}

export function scoreTree({ columns, thresholds, values }: Tree, row: Float64Array): number {
  let node = 0;
  for (let column = columns[0] ?? -1; column >= 0; column = columns[node] ?? -1)
    node = Math.fround(row[column] ?? 0) <= (thresholds[node] ?? 0) ? 2 * node + 1 : 2 * node + 2;
  return values[node] ?? 0;
}

export function scoreForest({ base, trees }: Forest, row: Float64Array): number {
  let sum = base;
  for (const tree of trees) sum += scoreTree(tree, row);
  return sum;
}

interface Split {
  column: number;
  bin: number;
  gain: number;
}

/** Gradient boosting of the logistic loss over binned columns. `base` holds the logit that each row starts from. */
export function trainForest(
  rows: readonly Float64Array[],
  labels: readonly number[],
  weights: readonly number[],
  columns: number,
  options: TreeOptions = TREES,
): Forest {
  const random = seeded(options.seed);
  const cuts = cutsOf(rows, columns);
  const bins = binned(rows, cuts);
  const mean =
    labels.reduce((sum, label, nth) => sum + label * (weights[nth] ?? 0), 0) /
    weights.reduce((sum, weight) => sum + weight, 0);
  const base = Math.log(mean / (1 - mean));
  const logits = new Float64Array(rows.length).fill(base);
  const gradients = new Float64Array(rows.length);
  const curvatures = new Float64Array(rows.length);
  const trees: Tree[] = [];
  const sumG = new Float64Array(BINS);
  const sumH = new Float64Array(BINS);

  const bestSplit = (members: Int32Array, allowed: readonly number[], totalG: number, totalH: number): Split | null => {
    let best: Split | null = null;
    const parent = (totalG * totalG) / (totalH + options.ridge);
    for (const column of allowed) {
      const columnBins = bins[column];
      const cut = cuts[column];
      if (columnBins === undefined || cut === undefined || cut.length === 0) continue;
      sumG.fill(0);
      sumH.fill(0);
      for (const nth of members) {
        const bin = columnBins[nth] ?? 0;
        sumG[bin] = (sumG[bin] ?? 0) + (gradients[nth] ?? 0);
        sumH[bin] = (sumH[bin] ?? 0) + (curvatures[nth] ?? 0);
      }
      let leftG = 0;
      let leftH = 0;
      for (let bin = 0; bin < cut.length; bin += 1) {
        leftG += sumG[bin] ?? 0;
        leftH += sumH[bin] ?? 0;
        const rightH = totalH - leftH;
        if (leftH < options.leaf || rightH < options.leaf) continue;
        const rightG = totalG - leftG;
        const gain =
          (leftG * leftG) / (leftH + options.ridge) + (rightG * rightG) / (rightH + options.ridge) - parent;
        if (gain > (best?.gain ?? 1e-4)) best = { column, bin, gain };
      }
    }
    return best;
  };

  for (let nthTree = 0; nthTree < options.trees; nthTree += 1) {
    rows.forEach((_, nth) => {
      const p = sigmoid(logits[nth] ?? 0);
      const weight = weights[nth] ?? 0;
      gradients[nth] = (p - (labels[nth] ?? 0)) * weight;
      curvatures[nth] = Math.max(p * (1 - p), 1e-3) * weight;
    });
    const nodes = 2 ** (options.depth + 1) - 1;
    const tree: Tree = {
      columns: new Int16Array(nodes).fill(-1),
      thresholds: new Float32Array(nodes),
      values: new Float32Array(nodes),
    };
    const allowed = cuts.map((_, column) => column).filter(() => random() < options.columnShare);
    const sample = Int32Array.from(rows.keys()).filter(() => random() < options.rowShare);
    const grow = (node: number, members: Int32Array, depth: number): void => {
      let g = 0;
      let h = 0;
      for (const nth of members) {
        g += gradients[nth] ?? 0;
        h += curvatures[nth] ?? 0;
      }
      tree.values[node] = (-g / (h + options.ridge)) * options.rate;
      const split = depth === options.depth ? null : bestSplit(members, allowed, g, h);
      if (split === null) return;
      const columnBins = bins[split.column] ?? new Uint8Array(0);
      tree.columns[node] = split.column;
      tree.thresholds[node] = cuts[split.column]?.[split.bin] ?? 0;
      grow(2 * node + 1, members.filter((nth) => (columnBins[nth] ?? 0) <= split.bin), depth + 1);
      grow(2 * node + 2, members.filter((nth) => (columnBins[nth] ?? 0) > split.bin), depth + 1);
    };
    grow(0, sample, 0);
    rows.forEach((row, nth) => {
      logits[nth] = (logits[nth] ?? 0) + scoreTree(tree, row);
    });
    trees.push(tree);
  }
  return { base, trees };
}
