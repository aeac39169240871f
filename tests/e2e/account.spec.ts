import { expect } from "@playwright/test";
import { ChatPage } from "./support/chat-page";
import { inspect } from "./support/inspect";
import { newMember } from "./support/new-member";
import { runWye } from "./support/run-wye";
import { signIn } from "./support/sign-in";
import { test } from "./support/test";

const PASSWORD = "long enough for a member";

test("a person renames themselves and sees it where their name is", async ({ browser, wye }) => {
  const page = await newMember(browser, wye, "Ada", "member");
  await page.getByRole("button", { name: /Account/ }).click();
  await page.getByRole("menuitem", { name: "Your account" }).click();
  await expect(page.getByRole("heading", { name: "Your account", level: 1 })).toBeVisible();
  await page.getByLabel("What others call you").fill("Ada King");
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(page.getByRole("button", { name: /Account/ })).toContainText("Ada King");
  await page.context().close();
});

test("a session that is ended, or outlived by a password, is refused at once", async ({ browser, wye }) => {
  const page = await newMember(browser, wye, "Grace", "member");
  const account = { email: "grace@example.com", password: PASSWORD };
  const context = await browser.newContext({
    baseURL: wye.url,
    storageState: { cookies: [], origins: [] },
  });
  const other = await context.newPage();
  await signIn(other, account);
  await page.goto("/account");
  const sessions = page.getByRole("listitem").filter({ hasText: "Last used" });
  await expect(sessions).toHaveCount(2);
  await page.getByRole("button", { name: /^End the session of/ }).click();
  await expect(sessions).toHaveCount(1);
  await other.goto("/usage");
  await expect(other).toHaveURL(/\/signin/);

  await signIn(other, account);
  await page.getByLabel("Password now", { exact: true }).fill("not this one");
  await page.getByLabel("New password", { exact: true }).fill("walnut otter sextant 41");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("This is not your password.")).toBeVisible();
  await page.getByLabel("Password now", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("The password is changed")).toBeVisible();
  await other.goto("/usage");
  await expect(other).toHaveURL(/\/signin/);
  await signIn(other, { ...account, password: "walnut otter sextant 41" });
  await context.close();
  await page.context().close();
});

test("a person downloads what is kept of them, erases themselves, and has no way in any more", async ({
  browser,
  page: ownerPage,
  wye,
}) => {
  const page = await newMember(browser, wye, "Alan", "member");
  const chat = new ChatPage(page);
  await chat.ask("What of me is kept?");
  await page.goto("/account");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download the archive" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^wye-account-\d{4}-\d\d-\d\d\.zip$/);
  expect(await download.failure()).toBeNull();

  await page.getByRole("button", { name: "Erase my account" }).click();
  await page.getByLabel("Your password, to confirm", { exact: true }).fill("not this one");
  await page.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByText("Nothing was erased.")).toBeVisible();
  await page.getByLabel("Your password, to confirm", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByText("Your account is erased")).toBeVisible();
  await page.getByLabel("E-mail").fill("alan@example.com");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("The e-mail or the password is wrong.")).toBeVisible();
  await page.context().close();

  await ownerPage.goto("/usage");
  await expect(ownerPage.getByText("Erased person").first()).toBeVisible();
  await expect(ownerPage.getByText("Alan")).toHaveCount(0);
});

test("a person whom no team has is told so, reaches their account, and makes a space of their own", async ({
  browser,
  wye,
}) => {
  const account = { email: "lone@example.com", password: PASSWORD };
  await runWye(wye, "user", "create", "--email", account.email, "--password", PASSWORD, "--name", "Lone");
  const context = await browser.newContext({ baseURL: wye.url, storageState: { cookies: [], origins: [] } });
  const page = await context.newPage();
  await page.goto("/signin");
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/account/);
  await expect(page.getByText("No team is open to you")).toBeVisible();
  await page.goto("/usage");
  await expect(page).toHaveURL(/\/account/);

  await inspect(browser, wye.url, await context.storageState(), [
    { name: "account-lone", path: "/account", ready: (page) => page.locator("#erase") },
  ]);

  await page.getByRole("button", { name: "Open my own space" }).click();
  await expect(page.getByLabel("Your message")).toBeVisible();
  await context.close();
});

test("the account in every language, theme and size", async ({ browser, baseURL, ownerState }) => {
  await inspect(browser, baseURL ?? "", ownerState, [
    { name: "account", path: "/account", ready: (page) => page.locator("#erase") },
    {
      name: "account-sessions",
      path: "/account",
      ready: (page) => page.locator("#erase"),
      prepare: (page) => page.locator("#export").scrollIntoViewIfNeeded(),
    },
    {
      name: "account-erase",
      path: "/account",
      ready: (page) => page.locator("#erase"),
      prepare: async (page) => {
        await page.locator("#erase").getByRole("button").click();
        await page.locator("#erase").getByRole("button").last().scrollIntoViewIfNeeded();
      },
    },
  ]);
});
