import type { Page } from "@playwright/test";

/** Does what the page tells the server in the background, and waits until the server knows: leaving the page sooner
 *  could cancel it. */
export async function saved(page: Page, act: () => Promise<void>): Promise<void> {
  const answered = page.waitForResponse((response) => "next-action" in response.request().headers());
  await act();
  await answered;
}
