import type { Page } from "@playwright/test";
import { percentile } from "../load/percentile.ts";

export interface PickerOpening {
  /** From the press until a model is on the screen. */
  firstMs: number | null;
  /** From the press until all of them can be reached. */
  wholeMs: number | null;
}

const TIMES = 7;

/** Opens the picker of a page that was just loaded, seven times over. */
export async function measurePickerOpening(page: Page, total: number): Promise<PickerOpening> {
  const runs: { firstMs: number; wholeMs: number }[] = [];
  for (let time = 0; time < TIMES; time++) {
    await page.goto("/");
    await page.getByLabel("Your message").waitFor();
    await page.waitForLoadState("networkidle");
    runs.push(await page.evaluate(watchOpening, total));
  }
  const median = (values: number[]) => percentile(values, 50);
  return {
    firstMs: median(runs.map(({ firstMs }) => firstMs)),
    wholeMs: median(runs.map(({ wholeMs }) => wholeMs)),
  };
}

/** Runs in the page. */
async function watchOpening(total: number): Promise<{ firstMs: number; wholeMs: number }> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const until = async (isThere: () => boolean): Promise<number> => {
    while (!isThere()) await frame();
    // Of the frame that shows it.
    await frame();
    return performance.now();
  };
  const button = document.querySelector<HTMLElement>('button[aria-label^="Model: "]');
  const beganMs = performance.now();
  button?.click();
  const option = () => document.querySelector("[role=option]");
  const firstMs = (await until(() => option() !== null)) - beganMs;
  const isWhole = () => Number(option()?.getAttribute("aria-setsize")) >= total;
  const wholeMs = (await until(isWhole)) - beganMs;
  return { firstMs, wholeMs };
}
