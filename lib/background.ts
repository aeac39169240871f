import { Interrupted } from "@/lib/completion/stop-reason";
import { isShuttingDown, onShutdown } from "./on-shutdown";

const SLOT = Symbol.for("wye.background");
interface Background {
  work: Set<Promise<void>>;
  shutdown: AbortController;
}
const holder = globalThis as { [SLOT]?: Background };

function background(): Background {
  if (!holder[SLOT]) {
    const made: Background = { work: new Set(), shutdown: new AbortController() };
    holder[SLOT] = made;
    onShutdown(async () => {
      made.shutdown.abort(new Interrupted());
      await Promise.allSettled(made.work);
    });
  }
  return holder[SLOT];
}

/** Work that nobody waits for, except an orderly shutdown, which aborts it and lets it settle, and after which none
 *  begins. `work` catches its own failures. */
export function inBackground(work: (shutdown: AbortSignal) => Promise<void>): void {
  const { work: all, shutdown } = background();
  if (isShuttingDown() || shutdown.signal.aborted) return;
  const promise = work(shutdown.signal).finally(() => all.delete(promise));
  all.add(promise);
}

/** Resolves when nothing is left: for the command line and tests, which have no shutdown hook. */
export async function backgroundIdle(): Promise<void> {
  while (background().work.size > 0) await Promise.allSettled(background().work);
}
