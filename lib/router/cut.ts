import type { Mode } from "./choice";
import { loadModel } from "./classifier/load-model";

/** Where Auto divides. */
export interface Cut {
  /** Below it: Knowledge; from `to`: Reasoning; between: unsure. */
  from: number;
  to: number;
  /** How far that lies above the classifier's own, in logits. */
  shift: number;
}

const logit = (p: number): number => Math.log(p / (1 - p));
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** @param threshold from which Auto takes Reasoning; what is unsure lies below it, as wide as it was calibrated. Null:
 *  as it was calibrated. */
export function cutAt(threshold: number | null): Cut {
  const [from, to] = loadModel().unsure;
  if (threshold === null) return { from, to, shift: 0 };
  const shift = logit(threshold) - logit(to);
  return { from: sigmoid(logit(from) + shift), to: threshold, shift };
}

export function modeAt(pReasoning: number, { from, to }: Cut): Mode | "unsure" {
  if (pReasoning >= to) return "reasoning";
  return pReasoning < from ? "knowledge" : "unsure";
}

/** How many times as likely it is that a question needs `mode` as that it does not, had the cut been in the middle. */
export function oddsOf(mode: Mode, pReasoning: number, { shift }: Cut): number {
  const odds = (pReasoning / (1 - pReasoning)) * Math.exp(-shift);
  return mode === "reasoning" ? odds : 1 / odds;
}
