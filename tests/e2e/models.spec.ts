import { expect, type Page } from "@playwright/test";
import { inspect } from "./support/inspect";
import { test } from "./support/test";

// A catalogue of its own: models are hidden and changed.
test.use({ models: ["gpt-4o-mini", "o4-mini", "plain-1"] });

const table = (page: Page) => page.getByRole("table", { name: "Models" });
const rowOf = (page: Page, name: string) => table(page).getByRole("row").filter({ hasText: name });
const search = (page: Page) => page.getByRole("searchbox", { name: "Search models" });

async function choose(page: Page, list: string, option: string): Promise<void> {
  await page.getByRole("combobox", { name: list }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

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

test("a column puts the models in its order, and back", async ({ page }) => {
  await page.goto("/models");
  await choose(page, "Vendor", "Anthropic");
  const names = table(page).getByRole("row").getByRole("button");
  await table(page).getByRole("button", { name: "Output" }).click();
  await expect(table(page).getByRole("columnheader", { name: "Output" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await expect(rowOf(page, "$1.25").first()).toContainText("Claude 3 Haiku");
  await table(page).getByRole("button", { name: "Output" }).click();
  await expect(table(page).getByRole("columnheader", { name: "Output" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await expect(names.nth(4)).not.toHaveText("Claude 3 Haiku");
});

test("models without a price are said loudly, and shown at once", async ({ page }) => {
  await page.goto("/models");
  await expect(page.getByText("4 connected models have no price")).toBeVisible();
  await page.getByRole("button", { name: "Show them" }).click();
  await expect(table(page).getByRole("row")).toHaveCount(5);
  await expect(rowOf(page, "openai/plain-1")).toContainText("Not in the catalogue");
});

test("a hidden model leaves the picker until the hiding is undone", async ({ page }) => {
  await page.goto("/models");
  await search(page).fill("o4-mini");
  await choose(page, "Connection", "Connected");
  await rowOf(page, "openai/o4-mini").getByRole("button").click();
  const panel = page.getByRole("dialog");
  await panel.getByRole("button", { name: "Hide" }).click();
  await expect(panel.getByRole("button", { name: "Show again" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(rowOf(page, "openai/o4-mini")).toContainText("Hidden");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rowOf(page, "openai/o4-mini")).not.toContainText("Hidden");
});

test("what is changed here is shown everywhere, and can be taken back", async ({ page }) => {
  await page.goto("/models");
  await search(page).fill("openai/gpt-4o-mini");
  await choose(page, "Connection", "Connected");
  await rowOf(page, "openai/gpt-4o-mini").getByRole("button").click();
  const panel = page.getByRole("dialog");
  await panel.getByRole("button", { name: "Change what is known" }).click();
  await panel.getByLabel("Context, in tokens").fill("lots");
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(panel.getByText("A whole number of tokens, such as 128000.")).toBeVisible();
  await panel.getByLabel("Name", { exact: true }).fill("House mini");
  await panel.getByLabel("Context, in tokens").fill("64,000");
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(panel.getByText("64,000 tokens")).toBeVisible();
  await expect(panel.getByRole("heading", { name: "House mini" })).toBeVisible();
  await panel.getByRole("button", { name: "Take back our changes" }).click();
  await expect(panel.getByRole("heading", { name: "GPT-4o mini" })).toBeVisible();
});

test("a model that nobody listed is added", async ({ page }) => {
  await page.goto("/models");
  await page.getByRole("button", { name: "Add a model" }).click();
  const panel = page.getByRole("dialog");
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(panel.getByText("An id is needed.")).toBeVisible();
  await panel.getByLabel("Id").fill("house-9000");
  await panel.getByLabel("Name", { exact: true }).fill("House 9000");
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(panel).toBeHidden();
  await search(page).fill("house-9000");
  await expect(rowOf(page, "House 9000")).toContainText("Changed here");
});

test("up to four models are compared side by side", async ({ page }) => {
  await page.goto("/models");
  await search(page).fill("claude opus 4");
  const boxes = table(page).getByRole("checkbox");
  for (const nth of [0, 1, 2, 3]) await boxes.nth(nth).check();
  await expect(boxes.nth(4)).toBeDisabled();
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  const panel = page.getByRole("dialog", { name: "Compare models" });
  await expect(panel.getByRole("columnheader")).toHaveCount(5);
  await expect(panel.getByRole("row", { name: /Output, per million/ })).toContainText("$");
  await panel
    .getByRole("button", { name: /Leave out/ })
    .first()
    .click();
  await expect(panel.getByRole("columnheader")).toHaveCount(4);
});

test("its looks", async ({ browser, ownerState, wye }) => {
  test.setTimeout(600_000);
  const filters = (page: Page) => page.locator("main search");
  const firstModel = (page: Page) => page.locator("main tbody tr button").first();
  await inspect(browser, wye.url, ownerState, [
    { name: "models", path: "/models", ready: firstModel },
    {
      name: "models-panel",
      path: "/models",
      ready: firstModel,
      prepare: async (page) => {
        await page.getByRole("searchbox").fill("openai/gpt-4o-mini");
        await page.locator("main tbody tr button").first().click();
        await expect(page.getByRole("dialog")).toBeVisible();
        await page.getByRole("dialog").getByRole("button", { expanded: false }).last().click();
      },
    },
    {
      name: "models-compare",
      path: "/models",
      ready: filters,
      prepare: async (page) => {
        await page.getByRole("searchbox").fill("claude opus");
        for (const nth of [0, 1, 2]) await page.locator("main tbody").getByRole("checkbox").nth(nth).check();
        await page.getByRole("button", { name: /^(Compare|对比)$/ }).click();
        await expect(page.getByRole("dialog")).toBeVisible();
      },
    },
    {
      name: "models-none",
      path: "/models",
      ready: filters,
      prepare: async (page) => {
        await page.getByRole("searchbox").fill("nothing is called this");
        await expect(page.locator("main tbody")).toHaveCount(0);
      },
    },
  ]);
});
