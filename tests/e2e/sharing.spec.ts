import { expect, type Page } from "@playwright/test";
import { ChatPage } from "./support/chat-page";
import { inspect } from "./support/inspect";
import { newMember } from "./support/new-member";
import { saved } from "./support/saved";
import { test } from "./support/test";

// A team of its own: what is allowed here is allowed to all in it.
test.use({ models: ["gpt-4o-mini"], settings: { WYE_TEAM_NAME: "Quay" } });
test.describe.configure({ mode: "serial", timeout: 300_000 });

const QUESTION = "What may be passed on?";
const NOBODY = { cookies: [], origins: [] };

async function openPanel(page: Page): Promise<void> {
  await page.locator("[data-chat-link]").first().hover();
  await page
    .getByRole("button", { name: /^Actions for/ })
    .first()
    .click();
  await page.getByRole("menuitem", { name: "Share" }).click();
  await expect(page.getByRole("button", { name: "Make a link" })).toBeVisible();
}

async function makeLink(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Make a link" }).click();
  return page.getByRole("textbox", { name: "Link" }).inputValue();
}

test("a chat is shared with the team, then with anyone, until it is revoked or the team closes it", async ({
  page,
  browser,
  wye,
  ownerState,
}) => {
  const member = await newMember(browser, wye, "Hedy", "member");
  const chat = new ChatPage(member);
  await chat.ask(QUESTION);
  await member.waitForURL(/\/chat\//);
  const stranger = await browser.newContext({ baseURL: wye.url, storageState: NOBODY });
  const outside = await stranger.newPage();

  await openPanel(member);
  await expect(member.getByRole("radio", { name: "Anyone with the link" })).toHaveCount(0);
  const ofTeam = await makeLink(member);
  await page.goto(ofTeam);
  await expect(page.getByText(QUESTION)).toBeVisible();
  await expect(page.getByText("Shared by Hedy, Quay")).toBeVisible();
  expect((await outside.goto(ofTeam))?.status()).toBe(404);
  await expect(outside.getByRole("heading", { name: "There is nothing here" })).toBeVisible();

  await page.goto("/team");
  const allowed = page.getByRole("switch", { name: "Chats may be shared with anyone who has the link" });
  await saved(page, () => allowed.click());
  await member.reload();
  await openPanel(member);
  await member.getByText("Anyone with the link").click();
  await member.getByRole("checkbox", { name: "Say that it is from me" }).uncheck();
  const link = await makeLink(member);
  const response = await outside.goto(link);
  expect(response?.status()).toBe(200);
  expect(response?.headers()).toMatchObject({
    "x-robots-tag": "noindex, nofollow, noarchive",
    "referrer-policy": "no-referrer",
  });
  await expect(outside.getByText(QUESTION)).toBeVisible();
  await expect(outside.getByText("Hedy")).toHaveCount(0);
  await expect(outside).toHaveTitle(/Shared chat/);

  const path = new URL(link).pathname;
  await inspect(browser, wye.url, NOBODY, [
    { name: "shared", path, ready: (page) => page.locator("article").first() },
    { name: "shared-missing", path: "/shared/nothing", ready: (page) => page.locator("h1"), missing: true },
  ]);
  await inspect(browser, wye.url, ownerState, [
    {
      name: "team-sharing",
      path: "/team",
      ready: (page) => page.locator("h1"),
      prepare: (page) => page.locator("#sharing").evaluate((section) => section.scrollIntoView()),
    },
  ]);
  await member.screenshot({ path: "test-results/screens/share-panel-desktop-en.png" });
  await member.setViewportSize({ width: 390, height: 844 });
  await member.screenshot({ path: "test-results/screens/share-panel-phone-en.png", animations: "disabled" });
  await member.setViewportSize({ width: 1280, height: 800 });

  await member.getByRole("button", { name: /^Revoke the link of .+: Anyone/ }).click();
  await expect(member.getByText("The link shows nothing any more.")).toBeVisible();
  expect((await outside.goto(link))?.status()).toBe(404);
  await saved(member, () => member.getByRole("button", { name: "Undo" }).click());
  await expect(member.getByRole("button", { name: /^Revoke the link of .+: Anyone/ })).toBeVisible();
  expect((await outside.goto(link))?.status()).toBe(200);

  await page.goto("/team");
  await saved(page, () => allowed.click());
  expect((await outside.goto(link))?.status()).toBe(404);
  await stranger.close();
  await member.context().close();
});
