import { setTimeout as sleep } from "node:timers/promises";

const LOOK_EVERY_MS = 25;

/** Looks until there is something, which it returns; null when it took too long. */
export async function until<T>(
  look: () => T | null | undefined | false | Promise<T | null | undefined | false>,
  limitMs: number,
): Promise<T | null> {
  const limit = performance.now() + limitMs;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    if (performance.now() > limit) return null;
    await sleep(LOOK_EVERY_MS);
  }
}
