/** The server says something at least every 15 seconds, a ping if nothing else. */
const WOKEN_LIMIT_MS = 20_000;
const LIMIT_MS = 40_000;

/** Is a connection that has been silent for so long given up? A page that has just woken has no time to lose: most
 *  of its silence was sleep, in which connections die without a word.
 *  @param silentMs by the wall clock, which goes on while a phone sleeps */
export function isDead(silentMs: number, woken: boolean): boolean {
  return silentMs > (woken ? WOKEN_LIMIT_MS : LIMIT_MS);
}
