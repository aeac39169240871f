import { expect, type Locator, type Page } from "@playwright/test";
import { ChatPage } from "./support/chat-page";
import { saved } from "./support/saved";
import { test } from "./support/test";

const COUNT = 2_000;
const many = Array.from({ length: COUNT }, (_, nth) => `house-${String(nth).padStart(4, "0")}`);
const LAST = many.at(-1) ?? "";
const MODES = 3;
/** Far fewer than there are; a screen of them and what lies near it. */
const MOST_OPTIONS = 100;

test.use({ models: many, wires: { OPENAI_COMPATIBLE: "openai" } });

const search = (page: Page) => page.getByPlaceholder("Search models");
const options = (page: Page) => page.getByRole("option");
const first = (page: Page) => options(page).first();
const model = (page: Page, name: string) => page.locator(`[data-value="openai-compatible/${name}"]`);

/** The option that the search points at, as a screen reader finds it. */
async function pointedAt(page: Page): Promise<Locator> {
  const id = await search(page).getAttribute("aria-activedescendant");
  return page.locator(`[id="${id}"]`);
}

async function open(page: Page): Promise<ChatPage> {
  const chat = new ChatPage(page);
  await chat.open();
  await chat.picker.click();
  await expect(first(page)).toHaveAttribute("aria-setsize", String(MODES + COUNT));
  return chat;
}

test("of 2,000 models the picker holds those that are seen, and says how many there are", async ({
  page,
}) => {
  await open(page);
  await expect(model(page, "house-0000")).toBeInViewport();
  expect(await options(page).count()).toBeLessThan(MOST_OPTIONS);
  const list = page.getByRole("listbox");
  await list.hover();
  for (let turn = 0; turn < 30; turn++) await page.mouse.wheel(0, 700);
  await expect(model(page, "house-0000")).toHaveCount(0);
  expect(await options(page).count()).toBeLessThan(MOST_OPTIONS);
  await expect(page.getByRole("group", { name: "OpenAI-compatible endpoint" })).toHaveCount(1);
});

test("the arrow keys reach every one of 2,000 models, and what they point at is seen and named", async ({
  page,
}) => {
  await open(page);
  await search(page).press("End");
  await expect(await pointedAt(page)).toContainText(LAST);
  await expect(await pointedAt(page)).toBeInViewport({ ratio: 1 });
  await expect(await pointedAt(page)).toHaveAttribute("aria-posinset", String(MODES + COUNT));
  await search(page).press("ArrowDown");
  await expect(await pointedAt(page)).toHaveAttribute("aria-posinset", "1");
  await search(page).press("ArrowUp");
  await expect(await pointedAt(page)).toContainText(LAST);
  await search(page).press("Home");
  for (let presses = 0; presses < 60; presses++) await search(page).press("ArrowDown");
  await expect(await pointedAt(page)).toHaveAttribute("aria-posinset", "61");
  await expect(await pointedAt(page)).toBeInViewport({ ratio: 1 });
  await expect(await pointedAt(page)).toHaveAttribute("aria-selected", "true");
  expect(await options(page).count()).toBeLessThan(MOST_OPTIONS);
  // What is pointed at stays there when the list is scrolled away from it.
  await page.getByRole("listbox").hover();
  await page.mouse.wheel(0, 20_000);
  await expect(model(page, "house-0056")).toHaveCount(0);
  await expect(await pointedAt(page)).toHaveCount(1);
});

test("a search finds the last of 2,000 models, and Enter chooses it", async ({ page }) => {
  const chat = await open(page);
  await search(page).fill(LAST);
  await expect(options(page)).toHaveCount(1);
  await saved(page, () => search(page).press("Enter"));
  await expect(chat.picker).toHaveAccessibleName(`Model: ${LAST}`);
  await chat.picker.click();
  await expect(page.getByRole("group", { name: "Recently used" }).getByRole("option")).toHaveText([
    new RegExp(LAST),
  ]);
  await expect(await pointedAt(page)).toContainText(LAST);
});

test("a page carries few of 2,000 models, and all of them come in some dozen bytes each", async ({
  page,
}) => {
  const html = await (await page.request.get("/")).text();
  expect(html).toContain("house-0000");
  expect(html).not.toContain("house-1500");
  const picker = await (await page.request.get("/api/picker?locale=en")).text();
  expect(picker).toContain(LAST);
  expect(picker.length / COUNT).toBeLessThan(60);
});

test("what could not be loaded is said, and had at the second try", async ({ page }) => {
  await page.route("**/api/picker?*", (route) => route.abort(), { times: 1 });
  const chat = new ChatPage(page);
  await chat.open();
  await chat.picker.click();
  const failed = page.getByRole("status").filter({ hasText: "models could not be loaded." });
  await expect(failed).toHaveCount(1);
  await expect(model(page, "house-0000")).toBeVisible();
  await failed.getByRole("button", { name: "Try again" }).click();
  await expect(first(page)).toHaveAttribute("aria-setsize", String(MODES + COUNT));
  await search(page).fill(LAST);
  await expect(options(page)).toHaveCount(1);
});
