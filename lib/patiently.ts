import { setTimeout as sleep } from "node:timers/promises";
import { isShuttingDown } from "./on-shutdown";

const FIRST_PAUSES_MS = [50, 250, 1000];
/** Who is found dead after so many times as much would be, if a database that is back were not told at once. */
const LONGEST_PAUSE_MS = 3_000;

/** Long enough for a hiccup. */
export const A_MOMENT_MS = 4_000;
/** Long enough for a database to be started anew, or for another to take its place. */
export const MINUTES_MS = 10 * 60_000;

/** Tries again, for what must not be lost because the database was away. A process that is about to end gives its
 *  tries only a moment, whatever `patienceMs` says.
 *  @throws what the last try threw */
export async function patiently<Value>(
  attempt: () => Promise<Value>,
  onFailure: (error: unknown) => void,
  patienceMs: number,
): Promise<Value> {
  const since = performance.now();
  for (let tries = 0; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      const isOverdue = performance.now() - since >= patienceMs;
      if (isOverdue || (isShuttingDown() && tries > FIRST_PAUSES_MS.length)) throw error;
      onFailure(error);
    }
    await sleep(FIRST_PAUSES_MS[tries] ?? LONGEST_PAUSE_MS);
  }
}
