import { expect, type Page } from "@playwright/test";
import { ChatPage } from "./support/chat-page";
import { inspect } from "./support/inspect";
import { runWye } from "./support/run-wye";
import { saved } from "./support/saved";
import { test } from "./support/test";

// A person of its own: stars and what was used lately are kept.
test.use({ models: ["gpt-4o-mini", "o4-mini", "plain-1", "plain-2"], wires: { OPENAI: "openai" } });

const group = (page: Page, name: string) => page.getByRole("group", { name });
const search = (page: Page) => page.getByPlaceholder("Search models");

async function openPicker(page: Page): Promise<ChatPage> {
  const chat = new ChatPage(page);
  await chat.open();
  await chat.picker.click();
  await expect(search(page)).toBeFocused();
  return chat;
}

test("a starred model comes first on every device, and goes back when the star is taken", async ({
  browser,
  ownerState,
  page,
  wye,
}) => {
  const chat = await openPicker(page);
  const option = page.getByRole("option", { name: /plain-2/ });
  await option.hover();
  await saved(page, () => option.locator("[data-star]").click());
  const starred = group(page, "Favourites").getByRole("option", { name: /plain-2/ });
  await expect(starred).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(starred).toHaveCount(0);
  await chat.picker.click();
  await expect(starred).toBeVisible();

  const elsewhere = await browser.newContext({ baseURL: wye.url, storageState: ownerState });
  const other = await elsewhere.newPage();
  await openPicker(other);
  await expect(group(other, "Favourites").getByRole("option")).toHaveCount(1);
  // With the keyboard alone: highlighted by the search, then the button at the foot.
  await search(other).fill("plain-2");
  await expect(other.getByRole("option").first()).toHaveAttribute("aria-selected", "true");
  await other.keyboard.press("Tab");
  await expect(other.getByRole("button", { name: "Take the star from plain-2" })).toBeFocused();
  await saved(other, () => other.keyboard.press("Enter"));
  await search(other).fill("");
  await expect(group(other, "Favourites")).toHaveCount(0);
  await elsewhere.close();
});

test("what was chosen lately is at hand in the next chat", async ({ page }) => {
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("openai/o4-mini");
  await chat.choose("openai/plain-1");
  await openPicker(page);
  await expect(group(page, "Recently used").getByRole("option")).toHaveText([/plain-1/, /o4-mini/]);
});

test("a model without a price says so", async ({ page }) => {
  await openPicker(page);
  await expect(page.getByRole("option", { name: /plain-2/ })).toContainText("no price known");
});

test("what cannot be used says why, and leads to where that is mended", async ({ page, wye }) => {
  await openPicker(page);
  await search(page).fill("claude opus 5.5");
  const missing = group(page, "Not available here").getByRole("option").first();
  await expect(missing).toContainText("Anthropic is not connected.");
  await expect(missing).toContainText("Connect it");
  await search(page).fill("gpt-6-sol");
  await expect(group(page, "Not available here").getByRole("option").first()).toContainText(
    "What is connected of OpenAI does not offer it.",
  );
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${wye.url}/providers`);
});

test("a hidden model is found with the word that it was hidden", async ({ page, wye }) => {
  await page.goto("/models");
  await page.getByRole("searchbox", { name: "Search models" }).fill("openai/plain-2");
  await page.locator("main tbody").getByRole("button").first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Hide" }).click();
  await expect(page.getByRole("dialog").getByRole("button", { name: "Show again" })).toBeVisible();
  await openPicker(page);
  await search(page).fill("plain-2");
  const hidden = page.getByRole("option");
  await expect(hidden).toContainText("Hidden by your team.");
  await hidden.click();
  await expect(page).toHaveURL(`${wye.url}/models`);
});

test("its looks", async ({ browser, ownerState, wye }) => {
  test.setTimeout(600_000);
  await runWye(wye, "provider", "add", "--instance", "--vendor", "demo");
  const composer = (page: Page) => page.locator("main textarea");
  const open = async (page: Page) => {
    await page.getByRole("button", { name: /^(Model: |模型：)/ }).click();
    await expect(page.getByRole("listbox")).toBeVisible();
  };
  await inspect(browser, wye.url, ownerState, [
    { name: "picker", path: "/", ready: composer, prepare: open },
    {
      name: "picker-why",
      path: "/",
      ready: composer,
      prepare: async (page) => {
        await open(page);
        await page.getByRole("combobox").last().fill("claude opus");
        await expect(page.getByRole("option").filter({ hasText: "Anthropic" }).first()).toBeVisible();
      },
    },
  ]);
});
