/** Area under the ROC curve: the chance that a reasoning prompt scores above a knowledge one; ties count half. */
export function auc(scores: readonly number[], labels: readonly number[]): number | null {
  const pairs = scores
    .map((score, nth) => ({ score, label: labels[nth] ?? 0 }))
    .sort((a, b) => a.score - b.score);
  const positives = pairs.filter(({ label }) => label === 1).length;
  const negatives = pairs.length - positives;
  if (positives === 0 || negatives === 0) return null;
  let rankSum = 0;
  for (let from = 0; from < pairs.length; ) {
    let to = from;
    while (to < pairs.length && pairs[to]?.score === pairs[from]?.score) to += 1;
    const rank = (from + 1 + to) / 2;
    for (let nth = from; nth < to; nth += 1) if (pairs[nth]?.label === 1) rankSum += rank;
    from = to;
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** Share that a threshold of a half puts on the right side. */
export function accuracy(probabilities: readonly number[], labels: readonly number[]): number {
  const right = probabilities.filter((p, nth) => p >= 0.5 === (labels[nth] === 1)).length;
  return right / probabilities.length;
}

/** Expected calibration error over ten bins of equal width. */
export function calibrationError(probabilities: readonly number[], labels: readonly number[]): number {
  let error = 0;
  for (let bin = 0; bin < 10; bin += 1) {
    const members = probabilities.flatMap((p, nth) =>
      Math.min(Math.floor(p * 10), 9) === bin ? [{ p, label: labels[nth] ?? 0 }] : [],
    );
    if (members.length === 0) continue;
    const mean = members.reduce((sum, { p }) => sum + p, 0) / members.length;
    const share = members.reduce((sum, { label }) => sum + label, 0) / members.length;
    error += (Math.abs(mean - share) * members.length) / probabilities.length;
  }
  return error;
}
