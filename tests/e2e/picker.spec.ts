import { expect, type Page } from "@playwright/test";
import { ChatPage } from "./support/chat-page";
import { inspect } from "./support/inspect";
import { newMember } from "./support/new-member";
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
  await expect(page).toHaveURL(`${wye.url}/providers?search=openai`);
  await expect(page.getByRole("article")).toHaveCount(1);
  await openPicker(page);
  await search(page).fill("claude opus 5.5");
  await missing.click();
  await expect(page).toHaveURL(`${wye.url}/providers?connect=anthropic`);
  await expect(page.getByRole("combobox", { name: "Vendor" })).toHaveText("Anthropic");
  await expect(page.getByLabel("API key", { exact: true })).toBeFocused();
});

test("who may not mend it is told whom to ask, each reason with its own step", async ({ browser, wye }) => {
  const page = await newMember(browser, wye, "Mira", "member");
  const unavailable = group(page, "Not available here").getByRole("option");
  const why = async (query: string) => {
    await search(page).fill(query);
    await expect(unavailable.first()).toBeVisible();
    return unavailable.first();
  };
  await openPicker(page);
  await expect(await why("claude opus 5.5")).toContainText(
    "Anthropic is not connected. Ask Owner to connect it.",
  );
  await expect(await why("gpt-6-sol")).toContainText(
    "What is connected of OpenAI does not offer it. Ask Owner for a key that offers it.",
  );
  await page.context().close();
});

test("a hidden model is found with the word of who hid it, and shown again where that is done", async ({
  browser,
  page,
  wye,
}) => {
  await page.goto("/models");
  await page.getByRole("searchbox", { name: "Search models" }).fill("openai/plain-2");
  await page.locator("main tbody").getByRole("button").first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Hide" }).click();
  await expect(page.getByRole("dialog").getByRole("button", { name: "Show again" })).toBeVisible();
  await openPicker(page);
  await search(page).fill("plain-2");
  const hidden = page.getByRole("option");
  await expect(hidden).toContainText("Your team has hidden it. Show it again");
  const member = await newMember(browser, wye, "Noor", "member");
  await openPicker(member);
  await search(member).fill("plain-2");
  await expect(member.getByRole("option")).toContainText("Your team has hidden it. Ask Owner to show it.");
  await hidden.click();
  await expect(page).toHaveURL(`${wye.url}/models?model=openai%2Fplain-2`);
  const panel = page.getByRole("dialog");
  await panel.getByRole("button", { name: "Show again" }).click();
  await expect(panel.getByRole("button", { name: "Hide" })).toBeVisible();

  await hideForAll(page);
  await member.reload();
  await openPicker(member);
  await search(member).fill("plain-2");
  await expect(member.getByRole("option")).toContainText(
    "The administrators of this server have hidden it for every team. Ask the people who run this server to show it.",
  );
  await member.context().close();
  await openPicker(page);
  await search(page).fill("plain-2");
  await page.getByRole("option").click();
  // The owner runs the server too: it is shown again to all at once.
  await panel.getByRole("button", { name: "Show again" }).click();
  await expect(panel.getByRole("button", { name: "Hide" })).toBeVisible();
});

async function hideForAll(page: Page): Promise<void> {
  const panel = page.getByRole("dialog");
  await panel.getByRole("combobox", { name: "For", exact: true }).click();
  await page.getByRole("option", { name: "Whole server" }).click();
  await panel.getByRole("button", { name: "Hide" }).click();
  await expect(panel.getByRole("button", { name: "Show again" })).toBeVisible();
}

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
