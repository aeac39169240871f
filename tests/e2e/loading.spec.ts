import { expect, type Locator, type Page } from "@playwright/test";
import { gate } from "./support/gate";
import { quietNetwork } from "./support/quiet-network";
import { test } from "./support/test";

// Every model has a price: a notice about some that have none would come with them.
test.use({ models: ["gpt-4o-mini", "o4-mini"], wires: { OPENAI: "openai" } });

const SCREENS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
const PAGES: { name: string; path: string; list: (page: Page) => Locator }[] = [
  { name: "Models", path: "/models", list: (page) => page.getByRole("table", { name: "Models" }) },
  {
    name: "Prices",
    path: "/prices",
    list: (page) => page.locator("main section").filter({ has: page.getByRole("table") }),
  },
];

const topOf = async (locator: Locator): Promise<number> => (await locator.boundingBox())?.y ?? Number.NaN;

/** What was asked for before anybody followed a link. */
const isPrefetch = (headers: Record<string, string>): boolean =>
  Object.keys(headers).some((name) => name.includes("prefetch"));

for (const { name, path, list } of PAGES) {
  test(`${name} keeps its shape while it is loaded, and nothing moves when it has come`, async ({ page }) => {
    const quiet = quietNetwork(page);
    for (const screen of SCREENS) {
      const { released, release } = gate();
      await page.setViewportSize(screen);
      await page.route(`**${path}?*`, async (route) => {
        if (!isPrefetch(await route.request().allHeaders())) await released;
        await route.continue();
      });
      await page.goto("/usage");
      if (screen.width < 768) await page.getByRole("button", { name: "Open the menu" }).click();
      // A link's shape is fetched when the link comes into view; what is seen before it has come is the browser's affair.
      await quiet();
      await page.getByRole("link", { name, exact: true }).click();
      const heading = page.getByRole("heading", { name, exact: true, level: 1 });
      const placeholder = page.locator("main [data-loading=list]");
      await expect(placeholder).toBeVisible();
      await expect(page.locator("main [aria-busy=true]")).toBeVisible();
      const before = [await topOf(heading), await topOf(placeholder)];
      release();
      await expect(list(page)).toBeVisible();
      await expect(placeholder).toHaveCount(0);
      expect([await topOf(heading), await topOf(list(page))]).toEqual(before);
      await page.unrouteAll({ behavior: "wait" });
    }
  });
}
