interface Shutdown {
  signal: AbortSignal;
  register(drain: () => Promise<void>): void;
}

/** Runs `drain` before this process closes its database, or at once when its end has begun. The server process and
 *  `ask` set the hook (scripts/install-drains.ts); in other commands and in tests there is none, and whoever started
 *  a run waits for it. */
export function onShutdown(drain: () => Promise<void>): void {
  hook()?.register(drain);
}

/** Whether this process has been asked to end: nothing new may begin that would have to be cut. */
export function isShuttingDown(): boolean {
  return hook()?.signal.aborted ?? false;
}

const hook = (): Shutdown | undefined =>
  (globalThis as Record<symbol, unknown>)[Symbol.for("wye.shutdown")] as Shutdown | undefined;
