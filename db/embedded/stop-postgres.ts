import type { Postmaster } from "./postmaster.ts";
import { isAlive } from "./process-identity.mjs";
import { waitUntil } from "./wait-until.ts";

const FAST_TIMEOUT_MS = 20_000;
const IMMEDIATE_TIMEOUT_MS = 5_000;

/** Stops PostgreSQL and waits until it is gone: first with a checkpoint, then, if that hangs, without. */
export async function stopPostgres({ pid, identity }: Postmaster): Promise<void> {
  const gone = () => (isAlive(identity) ? null : true);
  for (const [signal, timeoutMs] of [
    ["SIGINT", FAST_TIMEOUT_MS],
    ["SIGQUIT", IMMEDIATE_TIMEOUT_MS],
  ] as const) {
    if (gone()) return;
    process.kill(pid, signal);
    if (await waitUntil(gone, timeoutMs)) return;
  }
  throw new Error(`The embedded PostgreSQL (process ${pid}) does not stop.`);
}
