import type { Calibration } from "../../../lib/router/classifier/model";
import { sigmoid } from "./linear";

export interface Scored {
  logit: number;
  label: number;
  weight: number;
}

/** Slope and shift by Platt: logistic regression of the label on the logit, by Newton's method. */
export function calibrate(scored: readonly Scored[]): Calibration {
  let slope = 1;
  let shift = 0;
  for (let round = 0; round < 30; round += 1) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6];
    for (const { logit, label, weight } of scored) {
      const p = sigmoid(slope * logit + shift);
      const error = (p - label) * weight;
      const curvature = Math.max(p * (1 - p), 1e-6) * weight;
      g0 += error * logit;
      g1 += error;
      h00 += curvature * logit * logit;
      h01 += curvature * logit;
      h11 += curvature;
    }
    const determinant = h00 * h11 - h01 * h01;
    slope -= (h11 * g0 - h01 * g1) / determinant;
    shift -= (h00 * g1 - h01 * g0) / determinant;
  }
  return { slope, shift };
}

/** Bounds around a half such that what lies outside is right as often as `wanted`: as narrow as that allows. */
export function unsureBounds(
  scored: readonly Scored[],
  { slope, shift }: Calibration,
  wanted: number,
): [number, number] {
  for (let half = 0; half < 0.3; half += 0.005) {
    let [right, all] = [0, 0];
    for (const { logit, label, weight } of scored) {
      const p = sigmoid(slope * logit + shift);
      if (Math.abs(p - 0.5) < half || label === 0.5) continue;
      all += weight;
      if (p >= 0.5 === (label === 1)) right += weight;
    }
    if (right >= wanted * all) return [0.5 - half, 0.5 + half];
  }
  return [0.2, 0.8];
}
