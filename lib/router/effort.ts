/** How much a model thinks before it answers, from nothing upwards, in AI SDK's words. */
export const EFFORTS = ["none", "minimal", "low", "medium", "high", "xhigh", "max"] as const;
export type Effort = (typeof EFFORTS)[number];

/** What a model that has only `efforts` (in ascending order) comes nearest with: the next lower, else the next higher.
 *  One that is to think is never told not to. */
export function nearestEffort(asked: Effort, efforts: readonly Effort[]): Effort | undefined {
  if (efforts.includes(asked)) return asked;
  const rank = EFFORTS.indexOf(asked);
  const thinking = efforts.filter((effort) => effort !== "none");
  return thinking.findLast((effort) => EFFORTS.indexOf(effort) < rank) ?? thinking[0];
}
