import { type Forest, scoreForest } from "../../../lib/router/classifier/forest";
import { BINS, type Binned, toBins } from "./bins";
import { sigmoid } from "./linear";
import { seeded } from "./random";

export interface TreeOptions {
  trees: number;
  depth: number;
  rate: number;
  /** Least sum of curvature in a leaf. */
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

export interface Lesson {
  rows: readonly Float64Array[];
  labels: readonly number[];
  weights: readonly number[];
  columns: number;
}

interface Split {
  column: number;
  bin: number;
  gain: number;
}

const LEAST_GAIN = 1e-4;

/** Grows one tree after the other on what the earlier ones leave unexplained. */
class Booster {
  private readonly lesson: Lesson;
  private readonly options: TreeOptions;
  private readonly random: () => number;
  private readonly binned: Binned;
  private readonly logits: Float64Array;
  private readonly gradients: Float64Array;
  private readonly curvatures: Float64Array;
  private readonly sumG = new Float64Array(BINS);
  private readonly sumH = new Float64Array(BINS);
  private readonly forest: Forest;
  private allowed: number[] = [];

  constructor(lesson: Lesson, options: TreeOptions) {
    this.lesson = lesson;
    this.options = options;
    const { rows, labels, weights, columns } = lesson;
    const nodesPerTree = 2 ** (options.depth + 1) - 1;
    const size = options.trees * nodesPerTree;
    const mean =
      labels.reduce((sum, label, nth) => sum + label * (weights[nth] ?? 0), 0) /
      weights.reduce((sum, weight) => sum + weight, 0);
    this.forest = {
      base: Math.log(mean / (1 - mean)),
      nodesPerTree,
      columns: new Int16Array(size).fill(-1),
      thresholds: new Float32Array(size),
      values: new Float32Array(size),
    };
    this.random = seeded(options.seed);
    this.binned = toBins(rows, columns);
    this.logits = new Float64Array(rows.length).fill(this.forest.base);
    this.gradients = new Float64Array(rows.length);
    this.curvatures = new Float64Array(rows.length);
  }

  run(): Forest {
    const { rows } = this.lesson;
    const { trees, columnShare, rowShare } = this.options;
    for (let tree = 0; tree < trees; tree += 1) {
      this.look();
      this.allowed = this.binned.cuts.map((_, column) => column).filter(() => this.random() < columnShare);
      const sample = Int32Array.from(rows.keys()).filter(() => this.random() < rowShare);
      this.grow(tree * this.forest.nodesPerTree, 0, sample, 0);
      this.learn(tree);
    }
    return this.forest;
  }

  private look(): void {
    const { labels, weights } = this.lesson;
    for (let nth = 0; nth < labels.length; nth += 1) {
      const p = sigmoid(this.logits[nth] ?? 0);
      const weight = weights[nth] ?? 0;
      this.gradients[nth] = (p - (labels[nth] ?? 0)) * weight;
      this.curvatures[nth] = Math.max(p * (1 - p), 1e-3) * weight;
    }
  }

  private learn(tree: number): void {
    const { nodesPerTree, columns, thresholds, values } = this.forest;
    const from = tree * nodesPerTree;
    const alone: Forest = {
      base: 0,
      nodesPerTree,
      columns: columns.subarray(from, from + nodesPerTree),
      thresholds: thresholds.subarray(from, from + nodesPerTree),
      values: values.subarray(from, from + nodesPerTree),
    };
    this.lesson.rows.forEach((row, nth) => {
      this.logits[nth] = (this.logits[nth] ?? 0) + scoreForest(alone, row);
    });
  }

  private grow(root: number, node: number, members: Int32Array, depth: number): void {
    const { ridge, rate } = this.options;
    let g = 0;
    let h = 0;
    for (const nth of members) {
      g += this.gradients[nth] ?? 0;
      h += this.curvatures[nth] ?? 0;
    }
    this.forest.values[root + node] = (-g / (h + ridge)) * rate;
    const split = depth === this.options.depth ? null : this.bestSplit(members, g, h);
    if (split === null) return;
    const bins = this.binned.bins[split.column] ?? new Uint8Array(0);
    const isLow = (nth: number) => (bins[nth] ?? 0) <= split.bin;
    this.forest.columns[root + node] = split.column;
    this.forest.thresholds[root + node] = this.binned.cuts[split.column]?.[split.bin] ?? 0;
    this.grow(root, 2 * node + 1, members.filter(isLow), depth + 1);
    this.grow(
      root,
      2 * node + 2,
      members.filter((nth) => !isLow(nth)),
      depth + 1,
    );
  }

  private bestSplit(members: Int32Array, totalG: number, totalH: number): Split | null {
    let best: Split | null = null;
    for (const column of this.allowed) {
      const found = this.bestCut(column, members, totalG, totalH);
      if (found !== null && found.gain > (best?.gain ?? LEAST_GAIN)) best = found;
    }
    return best;
  }

  private bestCut(column: number, members: Int32Array, totalG: number, totalH: number): Split | null {
    const { ridge, leaf } = this.options;
    const { sumG, sumH, gradients, curvatures } = this;
    const bins = this.binned.bins[column];
    const cuts = this.binned.cuts[column]?.length ?? 0;
    if (bins === undefined || cuts === 0) return null;
    sumG.fill(0);
    sumH.fill(0);
    for (const nth of members) {
      const bin = bins[nth] ?? 0;
      sumG[bin] = (sumG[bin] ?? 0) + (gradients[nth] ?? 0);
      sumH[bin] = (sumH[bin] ?? 0) + (curvatures[nth] ?? 0);
    }
    const worth = (g: number, h: number) => (g * g) / (h + ridge);
    const parent = worth(totalG, totalH);
    let best: Split | null = null;
    let [g, h] = [0, 0];
    for (let bin = 0; bin < cuts; bin += 1) {
      g += sumG[bin] ?? 0;
      h += sumH[bin] ?? 0;
      if (h < leaf || totalH - h < leaf) continue;
      const gain = worth(g, h) + worth(totalG - g, totalH - h) - parent;
      if (gain > (best?.gain ?? LEAST_GAIN)) best = { column, bin, gain };
    }
    return best;
  }
}

/** Gradient boosting of the logistic loss; the same for the same seed. */
export function trainForest(lesson: Lesson, options: TreeOptions = TREES): Forest {
  return new Booster(lesson, options).run();
}
