import type { BrowserContext } from "@playwright/test";
import { percentile } from "../load/percentile.ts";

export interface Opened {
  /** Until the first byte of the page. */
  serverMs: number | null;
  /** Until the last message stands on the screen. */
  contentMs: number | null;
  /** What the page weighs, as it was sent. */
  pageKb: number | null;
}

const TIMES = 7;

/** Opens chats in turn, so that what else goes on in the machine is the same for each. */
export async function openChats(
  context: BrowserContext,
  chats: readonly { path: string; lastText: string }[],
): Promise<Opened[]> {
  const runs = chats.map(() => [] as { serverMs: number; contentMs: number; pageKb: number }[]);
  for (let time = 0; time <= TIMES; time++) {
    for (const [index, chat] of chats.entries()) {
      const run = await openOnce(context, chat);
      // The first of each finds caches cold.
      if (time > 0) runs[index]?.push(run);
    }
  }
  return runs.map((all) => ({
    serverMs: percentile(
      all.map(({ serverMs }) => serverMs),
      50,
    ),
    contentMs: percentile(
      all.map(({ contentMs }) => contentMs),
      50,
    ),
    pageKb: percentile(
      all.map(({ pageKb }) => pageKb),
      50,
    ),
  }));
}

async function openOnce(context: BrowserContext, { path, lastText }: { path: string; lastText: string }) {
  // A page of its own: what looks for one chat must not look on while another is measured.
  const page = await context.newPage();
  await page.addInitScript((text) => {
    const look = (): void => {
      const shown = [...document.querySelectorAll("[data-row] p, [data-row] div")].some((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return element.textContent.startsWith(text) && bottom > 0 && top < innerHeight;
      });
      if (shown) performance.mark(`shown ${text}`);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, lastText);
  await page.goto(path);
  await page.waitForFunction((text) => performance.getEntriesByName(`shown ${text}`).length > 0, lastText);
  const opened = await page.evaluate((text) => {
    const navigation = performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming;
    return {
      serverMs: navigation.responseStart,
      contentMs: performance.getEntriesByName(`shown ${text}`)[0]?.startTime ?? Number.NaN,
      pageKb: navigation.encodedBodySize / 1024,
    };
  }, lastText);
  await page.close();
  return opened;
}
