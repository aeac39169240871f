import { setTimeout as sleep } from "node:timers/promises";
import type { Child } from "../run/child.ts";

const RETRY_MS = 100;
/** A first start may install and build. */
const PATIENCE_MS = 600_000;

/** Resolves when something answers at the address.
 *  @throws Error when the process ends before, or after ten minutes. */
export async function waitUntilServing(origin: string, child: Child): Promise<void> {
  const ended = new AbortController();
  child.line(() => false).catch((error: unknown) => ended.abort(error));
  const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(PATIENCE_MS)]);
  for (;;) {
    signal.throwIfAborted();
    try {
      await fetch(origin, { redirect: "manual", signal });
      return;
    } catch (error) {
      if (signal.aborted || !(error instanceof TypeError)) throw error;
      await sleep(RETRY_MS);
    }
  }
}
