import type { Page } from "@playwright/test";

export const KEY_EVERY_MS = 60;
const TURN_EVERY_MS = 32;
export const WORDS = ["claude opus", "mini", "gpt 4o", "model 1999"];

/** Types searches and deletes them, a key at a time, into what has the focus. */
export async function typeSearches(page: Page): Promise<void> {
  for (const words of WORDS) {
    await page.keyboard.type(words, { delay: KEY_EVERY_MS });
    for (const _ of words) {
      await page.keyboard.press("Backspace");
      await page.waitForTimeout(KEY_EVERY_MS);
    }
  }
}

/** Turns the wheel over the middle of the page. */
export async function turnWheel(page: Page, turns: number, byPx: number): Promise<void> {
  await page.mouse.move(800, 500);
  for (let turn = 0; turn < turns; turn++) {
    await page.mouse.wheel(0, byPx);
    await page.waitForTimeout(TURN_EVERY_MS);
  }
}

/** Holds the key that goes down, as a keyboard repeats it. */
export async function holdArrow(page: Page, times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    await page.keyboard.press("ArrowDown");
    await page.waitForTimeout(TURN_EVERY_MS);
  }
}

/** Opens and closes something so many times, with a rest after each. */
export async function openAndClose(
  page: Page,
  times: number,
  open: () => Promise<void>,
  close: () => Promise<void>,
): Promise<void> {
  for (let time = 0; time < times; time++) {
    await open();
    await page.waitForTimeout(400);
    await close();
    await page.waitForTimeout(400);
  }
}
