import { expect, type Page } from "@playwright/test";
import { choose, rowOf, search, table } from "./support/models-page";
import { test } from "./support/test";

test.use({ models: ["gpt-4o-mini", "o4-mini", "plain-1"] });

test("a model is found by words in any order, and by what it can do", async ({ page }) => {
  await page.goto("/models");
  await search(page).fill("mini 4O");
  await choose(page, "Vendor", "OpenAI");
  await expect(rowOf(page, "openai/gpt-4o-mini").first()).toContainText("$0.15");
  await page.getByRole("button", { name: "Audio" }).click();
  await search(page).fill("no such model at all");
  await expect(page.getByText("No model matches.")).toBeVisible();
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await expect(search(page)).toHaveValue("");
  await search(page).fill("通义千问-max");
  await expect(rowOf(page, "alibaba/qwen-max").first()).toBeVisible();
});

/** The output prices of the rows that are there, in their order; all of one vendor in one currency. */
async function outputPrices(page: Page): Promise<number[]> {
  const texts = await table(page).locator("tbody tr td:nth-child(6)").allTextContents();
  return texts.map((text) => Number(/\$([\d.]+)/.exec(text)?.[1]));
}

test("a column puts the models in its order, and back", async ({ page }) => {
  await page.goto("/models");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(["Models"]);
  await choose(page, "Vendor", "Anthropic");
  await choose(page, "Price", "Priced");
  await table(page).getByRole("button", { name: "Output" }).click();
  await expect(table(page).getByRole("columnheader", { name: "Output" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  const ascending = (prices: number[]) =>
    prices.every((price, at) => at === 0 || price >= (prices[at - 1] ?? 0));
  await expect.poll(async () => ascending(await outputPrices(page))).toBe(true);
  const cheapest = await outputPrices(page);
  expect(cheapest.length).toBeGreaterThan(8);
  expect(new Set(cheapest).size).toBeGreaterThan(3);
  await table(page).getByRole("button", { name: "Output" }).click();
  await expect(table(page).getByRole("columnheader", { name: "Output" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await expect.poll(async () => ascending((await outputPrices(page)).toReversed())).toBe(true);
  const dearest = await outputPrices(page);
  expect(dearest.length).toBeGreaterThan(8);
  expect(dearest[0]).toBeGreaterThan(cheapest[0] ?? 0);
});

test("the list stays as it was narrowed after a reload, and on the way back from setting a price", async ({
  page,
}) => {
  await page.goto("/models");
  await page.getByRole("button", { name: "Show them" }).click();
  await search(page).fill("plain");
  await expect(page).toHaveURL(/\?search=plain&connection=connected&price=unpriced$/);
  await page.reload();
  await expect(search(page)).toHaveValue("plain");
  await expect(table(page).getByRole("row")).toHaveCount(3);
  await rowOf(page, "openai/plain-1").getByRole("button").click();
  await page.getByRole("dialog").getByRole("link", { name: "Set a price" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Set a price");
  await page.goBack();
  const panel = page.getByRole("dialog");
  await expect(panel.getByRole("heading", { name: "plain-1" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(search(page)).toHaveValue("plain");
  await expect(table(page).getByRole("row")).toHaveCount(3);
  await expect(page).toHaveURL(/\?search=plain&connection=connected&price=unpriced$/);
});
