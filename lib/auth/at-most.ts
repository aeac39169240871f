import { AppError } from "@/lib/errors";

export type Turnstile = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** Runs `running` works at a time and lets `waiting` more wait, in the order they came.
 *  @throws AppError `rate_limited` for those beyond */
export function atMost({ running, waiting }: { running: number; waiting: number }): Turnstile {
  const queue: (() => void)[] = [];
  let free = running;
  return async (work) => {
    if (free > 0) free -= 1;
    else if (queue.length < waiting) await new Promise<void>((go) => queue.push(go));
    else throw new AppError("rate_limited");
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else free += 1;
    }
  };
}
