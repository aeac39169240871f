import { onWake } from "@/components/ui/on-wake";
import { retryPauseMs } from "./retry-pause";

/** Waits before the next attempt: until its time has come, until something wakes the page, or until `signal` ends
 *  the whole undertaking, which the caller sees there. */
export async function pauseBeforeRetry(attempt: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(end, retryPauseMs(attempt, Math.random()));
    const stopListening = onWake(end);
    signal.addEventListener("abort", end);
    function end(): void {
      clearTimeout(timer);
      stopListening();
      signal.removeEventListener("abort", end);
      resolve();
    }
  });
}
