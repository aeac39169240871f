import { expect, type Page } from "@playwright/test";
import { ChatPage } from "./support/chat-page";
import { inspect } from "./support/inspect";
import { newMember } from "./support/new-member";
import { saved } from "./support/saved";
import { test } from "./support/test";

// A team of its own: everybody in it is told.
test.use({ models: ["gpt-4o-mini"], settings: { WYE_TEAM_NAME: "Harbour" } });
test.describe.configure({ mode: "serial", timeout: 600_000 });

const QUESTION = "What is kept of this?";
const WHY = "A complaint of last week";

const theSwitch = (page: Page) =>
  page.getByRole("switch", { name: "Owners and administrators may read members' chats" });
const told = (page: Page) => page.getByRole("region", { name: "Your chats may be read" });

async function openChats(page: Page, reason: string): Promise<void> {
  await page.getByRole("button", { name: /^Emmy/ }).click();
  await page.getByRole("textbox", { name: "Why do you read them?" }).fill(reason);
  await page.getByRole("button", { name: "Show the chats" }).click();
}

test("a member is told, sees who read what and why, and is read no more once it is off", async ({
  page,
  browser,
  wye,
  ownerState,
}) => {
  const member = await newMember(browser, wye, "Emmy", "member");
  const chat = new ChatPage(member);
  await chat.ask(QUESTION);
  await member.waitForURL(/\/chat\//);
  await expect(told(member)).toHaveCount(0);

  await page.goto("/team/content");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("not");
  await page.goto("/team");
  await expect(page.getByRole("link", { name: "Chats", exact: true })).toHaveCount(0);
  await saved(page, () => theSwitch(page).click());
  await expect(page.getByText("On. Every member is told on their next page.")).toBeVisible();

  await member.reload();
  await expect(told(member)).toContainText("owners and administrators of Harbour may read your chats");
  await expect(member.getByText("may read chats, never temporary ones")).toBeVisible();
  await inspect(browser, wye.url, await member.context().storageState(), [
    {
      name: "reading-told",
      path: "/",
      ready: (page) => told(page).or(page.locator("main textarea")).first(),
    },
  ]);
  await saved(member, () => told(member).getByRole("button", { name: "Understood" }).click());
  await member.reload();
  await expect(member.getByText("may read chats, never temporary ones")).toBeVisible();
  await expect(told(member)).toHaveCount(0);

  await page.getByRole("link", { name: "Read members' chats" }).click();
  await page.getByRole("button", { name: /^Emmy/ }).click();
  await page.getByRole("button", { name: "Show the chats" }).click();
  await expect(page.getByText("Say it in 3 to 300 characters.")).toBeVisible();
  await page.keyboard.press("Escape");
  await openChats(page, WHY);
  const title = page.getByRole("dialog").getByRole("listitem").first();
  await expect(title).toBeVisible();
  await title.getByRole("button").click();
  await expect(page.getByRole("dialog").getByText(QUESTION).last()).toBeVisible();
  await expect(page.getByText(/^Recorded: you read this chat/)).toBeVisible();

  await member.goto("/account");
  const readings = member.locator("#readings").getByRole("listitem");
  await expect(readings).toHaveCount(2);
  await expect(readings.first()).toContainText(`Reason: ${WHY}`);
  await expect(readings.first().getByRole("link")).toHaveAttribute("href", /^\/chat\//);

  const label = { en: "Why do you read them?", "zh-CN": "为什么要查看？" };
  const shows = { en: "Show the chats", "zh-CN": "显示对话" };
  const languageOf = async (page: Page) =>
    (await page.locator("html").getAttribute("lang")) === "en" ? ("en" as const) : ("zh-CN" as const);
  const list = async (page: Page) => {
    const language = await languageOf(page);
    await page.getByRole("button", { name: /^Emmy/ }).click();
    await page.getByRole("textbox", { name: label[language] }).fill(WHY);
    await page.getByRole("button", { name: shows[language] }).click();
    await expect(page.getByRole("dialog").getByRole("listitem").first()).toBeVisible();
  };
  const ready = (page: Page) => page.getByRole("heading", { level: 1 });
  await inspect(browser, wye.url, ownerState, [
    { name: "team-reading", path: "/team#reading", ready },
    { name: "content", path: "/team/content", ready },
    {
      name: "content-reason",
      path: "/team/content",
      ready,
      prepare: async (page) => {
        await page.getByRole("button", { name: /^Emmy/ }).click();
        await expect(page.getByRole("dialog")).toBeVisible();
      },
    },
    { name: "content-titles", path: "/team/content", ready, prepare: list },
    {
      name: "content-chat",
      path: "/team/content",
      ready,
      prepare: async (page) => {
        await list(page);
        await page.getByRole("dialog").getByRole("listitem").first().getByRole("button").click();
        await expect(page.getByRole("dialog").getByRole("article").first()).toBeVisible();
      },
    },
  ]);
  await inspect(browser, wye.url, await member.context().storageState(), [
    {
      name: "account-readings",
      path: "/account#readings",
      ready: (page) => page.locator("#readings li").first(),
      prepare: (page) => page.locator("#readings").evaluate((section) => section.scrollIntoView()),
    },
    { name: "team-reading-member", path: "/team#reading", ready },
  ]);

  // In the middle of it, it is switched off.
  const other = await page.context().newPage();
  await other.goto("/team");
  await saved(other, () => theSwitch(other).click());
  await page.goBack();
  await page.goto("/team/content");
  await expect(page.getByRole("button", { name: /^Emmy/ })).toHaveCount(0);
  await saved(other, () => other.getByRole("button", { name: "Undo" }).click());
  await expect(theSwitch(other)).toBeChecked();
  await page.goto("/team/content");
  await page.getByRole("button", { name: /^Emmy/ }).click();
  await page.getByRole("textbox", { name: "Why do you read them?" }).fill(WHY);
  await saved(other, () => theSwitch(other).click());
  await page.getByRole("button", { name: "Show the chats" }).click();
  await expect(page.getByRole("dialog").getByRole("alert").first()).toBeVisible();
  await expect(page.getByRole("dialog").getByRole("listitem")).toHaveCount(0);
  await member.goto("/team");
  await expect(member.getByText("Nobody but you reads your chats.")).toBeVisible();
  await member.context().close();
});
