import { setTimeout as sleep } from "node:timers/promises";
import { installDrains } from "../install-drains.ts";
import { watchParent } from "./watch-parent.mjs";

export interface Shutdown {
  /** Resolves with the reason when the stop begins. */
  begun: Promise<string>;
  hasBegun(): boolean;
  /** Waits for `work`, for `limitMs` at most, or until the person insists. */
  settle(work: Promise<unknown>, limitMs: number): Promise<void>;
  /** Ends what the application has registered (see `installDrains`). */
  runRegistered(): Promise<void>;
}

/** npm passes on a Ctrl-C that the terminal has already sent: two at once are one. */
const SAME_SIGNAL_MS = 1_000;
const FORCED_EXIT_CODE = 130;

function reportFailure(error: unknown): void {
  process.stderr.write(`While stopping: ${error instanceof Error ? error.message : error}\n`);
}

/** Listens for what stops the process. The first signal begins an orderly stop, the second cuts the waiting short,
 *  the third ends the process there and then. */
export function installShutdown(): Shutdown {
  const controller = new AbortController();
  const insisted = new AbortController();
  const { promise: begun, resolve } = Promise.withResolvers<string>();
  let lastSignalAt = Number.NEGATIVE_INFINITY;

  const begin = (reason: string) => {
    resolve(reason);
    controller.abort();
  };
  const onSignal = (signal: string) => {
    const isRepeat = performance.now() - lastSignalAt < SAME_SIGNAL_MS;
    lastSignalAt = performance.now();
    if (isRepeat) return;
    if (insisted.signal.aborted) process.exit(FORCED_EXIT_CODE);
    if (controller.signal.aborted) insisted.abort();
    begin(signal);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, onSignal);
  watchParent(() => begin("the process that started it is gone"));

  const untilInsisted = new Promise<void>((done) => insisted.signal.addEventListener("abort", () => done()));
  return {
    begun,
    hasBegun: () => controller.signal.aborted,
    settle: async (work, limitMs) => {
      await Promise.race([
        work.catch(reportFailure),
        sleep(limitMs, undefined, { ref: false }),
        untilInsisted,
      ]);
    },
    runRegistered: installDrains(reportFailure),
  };
}
