import { expect, type Locator, type Page } from "@playwright/test";
import { PART_CALLS } from "@/lib/prices/recalculation-input";
import { inspect } from "./support/inspect";
import { runWye } from "./support/run-wye";
import { seedCalls } from "./support/seed-calls";
import { test } from "./support/test";

const MODEL = "long-history";
/** Two steps of looking, three of correcting. Every thousandth call costs nothing, at any price. */
const CALLS = 2500;
const STEP = 5 * PART_CALLS;
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);
const count = (calls: number) => calls.toLocaleString("en");

test.use({ wires: {}, models: [] });

const status = (page: Page, text: string | RegExp): Locator =>
  page.locator("form").getByRole("status").filter({ hasText: text });

/** Holds every answer of an action back until it is released. */
async function holdActions(page: Page): Promise<{ release(): void; asked(): number }> {
  const waiting: (() => void)[] = [];
  let asked = 0;
  await page.route("**/prices/corrections*", async (route) => {
    if (route.request().headers()["next-action"] === undefined) return route.fallback();
    asked += 1;
    await new Promise<void>((go) => waiting.push(go));
    return route.fallback();
  });
  return {
    release: () => waiting.shift()?.(),
    asked: () => asked,
  };
}

test("a long history is corrected step by step: it is seen how far it is, stopped, and gone on with", async ({
  page,
  wye,
}) => {
  await seedCalls(wye, { model: MODEL, count: CALLS, from: daysAgo(20), to: daysAgo(1) });
  const price = ["price", "set", "--vendor", "openai", "--model", MODEL, "--currency", "USD"];
  await runWye(wye, ...price, "--input", "3", "--output", "4", "--from", daysAgo(40).toISOString());
  const held = await holdActions(page);
  await page.goto(`/prices/corrections?vendor=openai&model=${MODEL}`);
  const progress = page.getByRole("progressbar");

  await page.getByRole("button", { name: "Preview" }).click();
  await expect(progress).toBeVisible();
  await expect(page.getByText("0 calls looked at")).toBeVisible();
  held.release();
  await expect(page.getByText(`${count(10 * PART_CALLS)} calls looked at`)).toBeVisible();
  await expect.poll(held.asked).toBe(2);
  held.release();
  await expect(progress).toHaveCount(0);
  await expect(status(page, `${count(CALLS - 2)} calls of ${count(CALLS)} would be corrected`)).toBeVisible();

  await page.getByLabel("Reason", { exact: true }).fill("The list came late");
  // In a hurry.
  await page.getByRole("button", { name: `Correct ${count(CALLS - 2)} calls` }).dblclick();
  await expect(progress).toBeVisible();
  held.release();
  await expect(page.getByText(`${count(STEP - 1)} calls corrected`)).toBeVisible();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect.poll(held.asked).toBe(4);
  held.release();
  // What was asked for is told, and what is left is offered.
  await expect(status(page, `${count(2 * STEP - 2)} calls are corrected`)).toBeVisible();
  const left = CALLS - 2 * STEP;
  await page.getByRole("button", { name: `Correct ${count(left)} calls` }).click();
  await expect.poll(held.asked).toBe(5);
  held.release();
  await expect(status(page, `${count(CALLS - 2)} calls are corrected`)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Correct/ })).toHaveCount(0);

  await page.getByRole("button", { name: "Preview" }).click();
  for (const step of [1, 2]) {
    await expect.poll(held.asked).toBe(5 + step);
    held.release();
  }
  await expect(status(page, `All ${count(CALLS)} calls cost what the book says`)).toBeVisible();
  await page.goto("/usage");
  const total = page.getByRole("region", { name: "Totals" }).getByText("Total in USD").locator("..");
  await expect(total).toContainText(`${count(CALLS)} calls`);
  await expect(total).toContainText(`${count(CALLS - 2)} corrections`);
});

test("a price that changes in the middle stops it: what is left has to be looked at again", async ({
  page,
  wye,
}) => {
  const model = "changing";
  await seedCalls(wye, { model, count: 2 * STEP, from: daysAgo(20), to: daysAgo(1) });
  const price = ["price", "set", "--vendor", "openai", "--model", model, "--currency", "USD"];
  const set = (input: string) =>
    runWye(wye, ...price, "--input", input, "--output", "4", "--from", daysAgo(40).toISOString());
  await set("3");
  await page.goto(`/prices/corrections?vendor=openai&model=${model}`);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(status(page, "would be corrected")).toBeVisible();
  await page.getByLabel("Reason", { exact: true }).fill("The list came late");
  const held = await holdActions(page);
  await page.getByRole("button", { name: /^Correct/ }).click();
  await expect.poll(held.asked).toBe(1);
  held.release();
  await expect.poll(held.asked).toBe(2);
  await set("5");
  held.release();
  const told = page
    .locator("form")
    .getByRole("alert")
    .filter({ hasText: `${count(STEP - 1)} calls are corrected` });
  await expect(told).toContainText("preview it again");
  await expect(page.getByRole("button", { name: /^Correct/ })).toHaveCount(0);
});

test("its looks", async ({ browser, ownerState, wye }) => {
  test.setTimeout(600_000);
  const months = { from: daysAgo(20), to: daysAgo(1) };
  await seedCalls(
    wye,
    { model: "unpriced-with-a-rather-long-name-2026-11-28", count: 1234, ...months, currency: null },
    { model: "unpriced", count: 3, ...months, currency: null },
  );
  const price = ["price", "set", "--vendor", "openai", "--model", "unpriced", "--currency", "USD"];
  await runWye(wye, ...price, "--input", "3", "--output", "4", "--from", daysAgo(40).toISOString());
  const preview = (page: Page) => page.locator("form button[type=submit]").first();
  await inspect(browser, wye.url, ownerState, [
    {
      name: "corrections-progress",
      path: "/prices/corrections?vendor=openai&model=unpriced",
      ready: preview,
      prepare: async (page) => {
        await holdActions(page);
        await preview(page).click();
        await expect(page.getByRole("progressbar")).toBeVisible();
        await page.getByRole("progressbar").scrollIntoViewIfNeeded();
      },
    },
    {
      name: "corrections-previewed",
      path: "/prices/corrections?vendor=openai&model=unpriced",
      ready: preview,
      prepare: async (page) => {
        await page.unrouteAll({ behavior: "ignoreErrors" });
        await preview(page).click();
        await expect(page.locator("form [role=status]").first()).toBeVisible();
        await page.locator("form").last().scrollIntoViewIfNeeded();
      },
    },
    {
      name: "corrections-unpriced",
      path: "/prices/corrections",
      ready: (page) => page.getByRole("listitem").last(),
    },
  ]);
});
