"use client";

import { useEffect, useState } from "react";

const TICK_MS = 250;

/** Milliseconds since `running` became true, as this page saw it; it stands still afterwards. */
export function useElapsed(running: boolean): number {
  const [elapsedMs, setElapsedMs] = useState(0);
  useEffect(() => {
    if (!running) return;
    const start = performance.now();
    const timer = setInterval(() => setElapsedMs(performance.now() - start), TICK_MS);
    return () => clearInterval(timer);
  }, [running]);
  return elapsedMs;
}
