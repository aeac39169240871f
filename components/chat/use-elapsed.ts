"use client";

import { useEffect, useRef, useState } from "react";

const TICK_MS = 250;

/** Milliseconds since `running` became true, as this page saw it; it stands still afterwards.
 *  @param beforeMs how long it had been running when the page came to it */
export function useElapsed(running: boolean, beforeMs = 0): number {
  const [elapsedMs, setElapsedMs] = useState(0);
  const before = useRef(beforeMs);
  useEffect(() => {
    if (!running) return;
    const start = performance.now() - before.current;
    const timer = setInterval(() => setElapsedMs(performance.now() - start), TICK_MS);
    return () => clearInterval(timer);
  }, [running]);
  return elapsedMs;
}
