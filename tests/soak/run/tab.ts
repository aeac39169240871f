import type { BrowserContext, Page } from "@playwright/test";

const LOAD_LIMIT_MS = 30_000;
const TRIES = 5;

/** Opens an address as a person does who tries again when it did not come. */
export async function load(page: Page, address: string): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      await page.goto(address, { waitUntil: "load", timeout: LOAD_LIMIT_MS });
      return;
    } catch (error) {
      if (tried === TRIES) throw error;
      await page.waitForTimeout(300);
    }
  }
}

export async function openTab(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await load(page, address);
  return page;
}

/** To another chat by the sidebar, or to a new one where there is no other, and back. */
export async function switchAndReturn(page: Page, chatId: string): Promise<void> {
  const own = `/chat/${chatId}`;
  const others = page.locator(`aside a[href^="/chat/"]:not([href="${own}"])`);
  const away =
    (await others.count()) > 0 ? others.first() : page.getByRole("link", { name: "New chat", exact: true });
  await away.click({ timeout: LOAD_LIMIT_MS });
  await page.waitForURL((url) => url.pathname !== own, { timeout: LOAD_LIMIT_MS });
  const back = page.locator(`a[href="${own}"]`).first();
  await back.click({ timeout: LOAD_LIMIT_MS });
  await page.waitForURL((url) => url.pathname === own, { timeout: LOAD_LIMIT_MS });
  // The address is there before the chat is.
  await page.locator("main article").first().waitFor({ timeout: LOAD_LIMIT_MS });
}
