import type { Page, Request } from "@playwright/test";

/** As long as Playwright's own `networkidle`, which counts only what follows a navigation. */
const IDLE_MS = 500;

/** Counts from now on what a page asks for. @returns what waits until nothing has been on its way for a while: also what
 *  a link asks for beforehand when it comes into view */
export function quietNetwork(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  let changedAt = performance.now();
  const note = (change: (request: Request) => unknown) => (request: Request) => {
    change(request);
    changedAt = performance.now();
  };
  page.on(
    "request",
    note((request) => open.add(request)),
  );
  page.on(
    "requestfinished",
    note((request) => open.delete(request)),
  );
  page.on(
    "requestfailed",
    note((request) => open.delete(request)),
  );
  return async () => {
    changedAt = performance.now();
    while (open.size > 0 || performance.now() - changedAt < IDLE_MS) await page.waitForTimeout(50);
  };
}
