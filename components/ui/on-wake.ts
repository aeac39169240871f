const WISH = "wye:try-now";

/** Calls back at moments when it is worth asking the server again at once: there is a network, the page is looked at
 *  once more, or the person wants it (`tryNow`). @returns how to stop listening. */
export function onWake(listener: () => void): () => void {
  const whenVisible = (): void => {
    if (!document.hidden) listener();
  };
  const whenBroughtBack = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) listener();
  };
  const stop = new AbortController();
  const options = { signal: stop.signal };
  for (const event of ["online", WISH]) window.addEventListener(event, listener, options);
  window.addEventListener("pageshow", whenBroughtBack, options);
  document.addEventListener("visibilitychange", whenVisible, options);
  return () => stop.abort();
}

export function tryNow(): void {
  window.dispatchEvent(new Event(WISH));
}
