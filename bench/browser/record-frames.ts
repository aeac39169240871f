import type { Page } from "@playwright/test";
import type { Recorded } from "./frames.ts";

/** The distances of a page's frames while something goes on in it. */
export async function recordFrames(page: Page, work: () => Promise<void>): Promise<Recorded> {
  const recorder = await page.evaluateHandle(() => {
    const recorded = { deltasMs: [] as number[], longTasks: 0 };
    let lastMs: number | null = null;
    let goesOn = true;
    const observer = new PerformanceObserver((list) => {
      recorded.longTasks += list.getEntries().length;
    });
    observer.observe({ type: "longtask" });
    function frame(nowMs: number): void {
      if (lastMs !== null) recorded.deltasMs.push(nowMs - lastMs);
      lastMs = nowMs;
      if (goesOn) requestAnimationFrame(frame);
    }
    requestAnimationFrame(frame);
    return {
      stop() {
        goesOn = false;
        observer.disconnect();
        return recorded;
      },
    };
  });
  try {
    await work();
  } finally {
    await page.evaluate((running) => running.stop(), recorder);
  }
  return page.evaluate((running) => running.stop(), recorder);
}
