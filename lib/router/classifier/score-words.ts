import { BUCKETS, type Features, MAX_SEGMENTS } from "./features";

/** A linear model over hashed words: a signed byte a bucket, `scale` logits a step. */
export interface WordWeights {
  weights: Int8Array;
  scale: number;
  bias: number;
}

/** Logits of the whole text and of its segments, and how many features stand behind the first and the last. */
export interface WordScores {
  all: number;
  first: number;
  last: number;
  max: number;
  min: number;
  mean: number;
  firstSize: number;
  lastSize: number;
  lastSegment: number;
}

const FEW = 6;
/** A byte a feature, so that the table stays near the processor. */
const seen = new Uint8Array(BUCKETS);
const GENERATIONS = 256;
let generation = 0;
const sums = new Float64Array(MAX_SEGMENTS);
const sizes = new Float64Array(MAX_SEGMENTS);

/** Marks features as met once; call it once for each text. */
export function newGeneration(): number {
  generation = (generation + 1) % GENERATIONS;
  if (generation === 0) {
    seen.fill(0);
    generation = 1;
  }
  return generation;
}

/** Whether a feature is met for the first time in this generation. */
export function isFirst(id: number, now: number): boolean {
  if (seen[id] === now) return false;
  seen[id] = now;
  return true;
}

export function scoreWords(features: Features, { weights, scale, bias }: WordWeights): WordScores {
  const { ids, origins, ownerSums, size } = features;
  const now = newGeneration();
  sums.fill(0);
  sizes.fill(0);
  ownerSums.fill(0);
  let sum = 0;
  let distinct = 0;
  for (let nth = 0; nth < size; nth += 1) {
    const id = ids[nth] ?? 0;
    if (!isFirst(id, now)) continue;
    const weight = weights[id] ?? 0;
    const origin = origins[nth] ?? 0;
    const segment = origin >> 8;
    const owner = origin & 0xff;
    sum += weight;
    distinct += 1;
    sums[segment] = (sums[segment] ?? 0) + weight;
    sizes[segment] = (sizes[segment] ?? 0) + 1;
    ownerSums[owner] = (ownerSums[owner] ?? 0) + weight;
  }
  const all = bias + (scale * sum) / Math.sqrt(distinct + 1);
  let max = Number.NEGATIVE_INFINITY;
  let min = Number.POSITIVE_INFINITY;
  let total = 0;
  let judged = 0;
  let lastSegment = 0;
  for (let segment = 0; segment <= features.segment; segment += 1) {
    const inIt = sizes[segment] ?? 0;
    if (inIt === 0) continue;
    lastSegment = segment;
    if (inIt < FEW) continue;
    const score = bias + (scale * (sums[segment] ?? 0)) / Math.sqrt(inIt + 1);
    max = Math.max(max, score);
    min = Math.min(min, score);
    total += score;
    judged += 1;
  }
  const of = (segment: number) =>
    bias + (scale * (sums[segment] ?? 0)) / Math.sqrt((sizes[segment] ?? 0) + 1);
  return {
    all,
    first: of(0),
    last: of(lastSegment),
    max: judged === 0 ? all : max,
    min: judged === 0 ? all : min,
    mean: judged === 0 ? all : total / judged,
    firstSize: sizes[0] ?? 0,
    lastSize: sizes[lastSegment] ?? 0,
    lastSegment,
  };
}
