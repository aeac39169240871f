const FIRST_MS = 1_000;
const LONGEST_MS = 10_000;

/** Exponential backoff with full jitter: anything from nothing to twice as much as the time before, so that those who
 *  failed together do not come back together.
 *  @param tries so far, from 1
 *  @param random from 0 to below 1 */
export function backoffMs(tries: number, random: number): number {
  return Math.round(random * Math.min(LONGEST_MS, FIRST_MS * 2 ** (tries - 1)));
}
