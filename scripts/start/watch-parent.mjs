const CHECK_MS = 500;

/** Calls back once when the process that started this one is gone: the other Node that stands in for us, or npm,
 *  or the shell between. A signal that ends those is not always passed on. A start without npm is left alone: it
 *  may well be meant to outlive its shell. */
export function watchParent(onGone) {
  process.once("disconnect", onGone);
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined || parent === 1) return;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, CHECK_MS);
  timer.unref();
}
