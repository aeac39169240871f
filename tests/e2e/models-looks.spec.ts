import { expect, type Page } from "@playwright/test";
import { inspect } from "./support/inspect";
import { test } from "./support/test";

test.use({ models: ["gpt-4o-mini", "o4-mini", "plain-1"] });

test("the catalogue looks right, whatever is done in it", async ({ browser, ownerState, wye }) => {
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
      name: "models-edit",
      path: "/models?model=openai/gpt-4o-mini",
      ready: (page) => page.getByRole("dialog"),
      prepare: async (page) => {
        await page.getByRole("dialog").getByRole("button", { expanded: false }).last().click();
        await page.getByRole("dialog").getByRole("group").nth(1).scrollIntoViewIfNeeded();
        await page.getByRole("dialog").getByRole("group").nth(2).getByRole("button").nth(1).click();
        await page.mouse.move(0, 0);
      },
    },
    {
      name: "models-add",
      path: "/models",
      ready: filters,
      prepare: async (page) => {
        await page.getByRole("button", { name: /^(Add a model|添加模型)$/ }).click();
        await expect(page.getByRole("dialog")).toBeVisible();
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
