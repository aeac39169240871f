/** What RouteLLM (arXiv 2406.18665) calls CPT and APGR, over every threshold instead of ten. */
export interface RecoveredGain {
  /** Mean share of the gap between the models that is recovered as the share of strong calls goes from 0 to 1. Random
   *  routing has a half. */
  apgr: number;
  /** The least share of strong calls that recovers half of the gap. */
  cpt50: number;
  cpt80: number;
}

/** `gains` holds 1 where only the strong model was right, -1 where only the weak one was, else 0; the questions with the
 *  highest scores go to the strong model first. */
export function recoveredGain(scores: readonly number[], gains: readonly number[]): RecoveredGain {
  const ordered = scores
    .map((score, nth) => ({ score, gain: gains[nth] ?? 0 }))
    .sort((a, b) => b.score - a.score);
  const total = ordered.reduce((sum, { gain }) => sum + gain, 0);
  let [sum, area] = [0, 0];
  let cpt50: number | null = null;
  let cpt80: number | null = null;
  ordered.forEach(({ gain }, nth) => {
    const before = sum;
    sum += gain;
    area += (before + sum) / 2 / total;
    const share = (nth + 1) / ordered.length;
    if (sum >= total * 0.5) cpt50 ??= share;
    if (sum >= total * 0.8) cpt80 ??= share;
  });
  return { apgr: area / ordered.length, cpt50: cpt50 ?? 1, cpt80: cpt80 ?? 1 };
}
