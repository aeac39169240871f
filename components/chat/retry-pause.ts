const FIRST_MS = 500;
const LONGEST_MS = 15_000;

/** How long to wait before trying again, in ms: longer each time, up to a limit, and never in step with other pages
 *  that lost the same server.
 *  @param attempt counts from 0
 *  @param random from 0 up to 1 */
export function retryPauseMs(attempt: number, random: number): number {
  const fullMs = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
  return (fullMs * (1 + random)) / 2;
}
