type Drain = () => Promise<void>;

/** Gives the application, under `Symbol.for("wye.shutdown")`, a way to say what must end before the process goes:
 *  runs are stopped and accounted for, timers cleared. What registers once the end has begun is ended too, after
 *  the code that registers it has put in place what there is to end.
 *  @returns begins the end, and resolves when everything registered has ended; a failure goes to `report` */
export function installDrains(report: (error: unknown) => void): Drain {
  const waiting: Drain[] = [];
  const ending = new Set<Promise<void>>();
  const begun = new AbortController();

  const end = (drain: Drain) => {
    const ended: Promise<void> = Promise.resolve()
      .then(drain)
      .catch(report)
      .finally(() => ending.delete(ended));
    ending.add(ended);
  };
  const register = (drain: Drain) => {
    if (begun.signal.aborted) end(drain);
    else waiting.push(drain);
  };
  Object.assign(globalThis, { [Symbol.for("wye.shutdown")]: { signal: begun.signal, register } });

  return async () => {
    begun.abort();
    for (const drain of waiting.splice(0)) end(drain);
    while (ending.size > 0) await Promise.all(ending);
  };
}
