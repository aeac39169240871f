export const MAX_ATTEMPTS = 8;
const FIRST_SECONDS = 30;
const LONGEST_SECONDS = 2 * 60 * 60;

/** How long a mail waits after so many failed attempts: half a minute, then four times as long each time, at most
 *  two hours; null: it is given up. */
export function retrySeconds(attempts: number): number | null {
  if (attempts >= MAX_ATTEMPTS) return null;
  return Math.min(FIRST_SECONDS * 4 ** (attempts - 1), LONGEST_SECONDS);
}
