interface Shutdown {
  register(drain: () => Promise<void>): void;
}

/** Runs `drain` before the server closes its database. The server process sets the hook (scripts/start); in the
 *  command line and in tests there is none, and whoever started a run waits for it. */
export function onShutdown(drain: () => Promise<void>): void {
  const shutdown = (globalThis as Record<symbol, unknown>)[Symbol.for("wye.shutdown")] as
    | Shutdown
    | undefined;
  shutdown?.register(drain);
}
