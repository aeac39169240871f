import type { Page } from "@playwright/test";

/** Calls of a page's actions end without an answer, as when the network is away; `page.unrouteAll()` brings it back. */
export async function cutActions(page: Page): Promise<void> {
  await page.route("**/*", (route) =>
    "next-action" in route.request().headers() ? route.abort("connectionreset") : route.continue(),
  );
}
