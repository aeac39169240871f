import { setTimeout as sleep } from "node:timers/promises";

const RETRY_AFTER_MS = [50, 250, 1000, 3000];

/** Tries again for a few seconds, for what must not be lost because the database was away for a moment.
 *  @throws what the last try threw */
export async function patiently<Value>(
  attempt: () => Promise<Value>,
  onFailure: (error: unknown) => void,
): Promise<Value> {
  for (const waitMs of RETRY_AFTER_MS) {
    try {
      return await attempt();
    } catch (error) {
      onFailure(error);
    }
    await sleep(waitMs);
  }
  return attempt();
}
