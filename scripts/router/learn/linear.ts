import { BUCKETS } from "../../../lib/router/classifier/features";
import { seeded, shuffled } from "./random";

export interface Example {
  /** Distinct hashed features. */
  ids: Int32Array;
  label: number;
  weight: number;
}

export interface Linear {
  weights: Float32Array;
  bias: number;
}

export interface LinearOptions {
  epochs: number;
  rate: number;
  /** Of the squares of the weights. */
  decay: number;
  seed: number;
}

export const LINEAR: LinearOptions = { epochs: 10, rate: 0.3, decay: 2e-5, seed: 7 };

export const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit));

/** The logit of one example; features share a length of one. */
export function scoreLinear({ weights, bias }: Linear, ids: Int32Array): number {
  let sum = 0;
  for (const id of ids) sum += weights[id] ?? 0;
  return bias + sum / Math.sqrt(ids.length + 1);
}

/** Logistic regression by AdaGrad, in an order that the seed decides. */
export function trainLinear(examples: readonly Example[], options: LinearOptions = LINEAR): Linear {
  const weights = new Float32Array(BUCKETS);
  const squares = new Float32Array(BUCKETS).fill(1e-3);
  const model = { weights, bias: 0 };
  let biasSquares = 1e-3;
  const random = seeded(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    for (const nth of shuffled(examples.length, random)) {
      const example = examples[nth];
      if (example === undefined) continue;
      const { ids, label, weight } = example;
      const error = (sigmoid(scoreLinear(model, ids)) - label) * weight;
      const share = 1 / Math.sqrt(ids.length + 1);
      for (const id of ids) {
        const gradient = error * share + options.decay * (weights[id] ?? 0);
        const square = (squares[id] ?? 0) + gradient * gradient;
        squares[id] = square;
        weights[id] = (weights[id] ?? 0) - (options.rate * gradient) / Math.sqrt(square);
      }
      biasSquares += error * error;
      model.bias -= (options.rate * 0.1 * error) / Math.sqrt(biasSquares);
    }
  }
  return model;
}
