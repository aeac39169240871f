import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 15;

/** Asks until the answer is not null. Null when `timeoutMs` pass first. */
export async function waitUntil<T>(ask: () => T | null, timeoutMs: number): Promise<T | null> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = ask();
    if (answer !== null || Date.now() > deadline) return answer;
    await sleep(POLL_MS);
  }
}
