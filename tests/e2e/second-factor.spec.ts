import { expect, type Page } from "@playwright/test";
import { totpCode } from "@/lib/auth/factors/totp";
import { inspect } from "./support/inspect";
import { newMember } from "./support/new-member";
import { test } from "./support/test";

test.describe.configure({ mode: "serial" });

const ACCOUNT = { email: "ada@example.com", password: "long enough for a member" };
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
/** Each is right once: one of the step after the one used last. */
const codeAhead = (secret: string) => totpCode(secret, Date.now() + 30_000);

let secret = "";
let recovery: string[] = [];

async function firstFactor(page: Page, path = "/signin"): Promise<void> {
  await page.goto(path);
  await page.getByLabel("E-mail").fill(ACCOUNT.email);
  await page.getByLabel("Password", { exact: true }).fill(ACCOUNT.password);
  await press(page, "Sign in");
  await expect(page.getByRole("heading", { name: "Enter your code" })).toBeVisible();
}

test("a second factor is set up with an app, and gives recovery codes once", async ({ browser, wye }) => {
  const page = await newMember(browser, wye, "Ada", "member");
  await page.goto("/account");
  await press(page, "Set up an authenticator app");
  await expect(page.getByRole("img", { name: "QR code with the secret for your app" })).toBeVisible();
  secret = await page.locator("[data-secret]").innerText();
  await page.getByLabel("Code from the app").fill("000000");
  await press(page, "Switch on");
  await expect(page.getByText("This code is not right.")).toBeVisible();
  await page.getByLabel("Code from the app").fill(totpCode(secret, Date.now()));
  await press(page, "Switch on");
  await expect(page.locator("[data-codes] li")).toHaveCount(10);
  recovery = await page.locator("[data-codes] li").allInnerTexts();
  await press(page, "I have kept them");
  await expect(page.getByText("10 recovery codes left")).toBeVisible();
  await page.reload();
  await expect(page.getByText("10 recovery codes left")).toBeVisible();
  await expect(page.locator("[data-codes]")).toHaveCount(0);
  await page.context().close();
});

test("then the password alone opens nothing, and a code opens what was asked for", async ({
  browser,
  wye,
}) => {
  const context = await browser.newContext({ baseURL: wye.url, storageState: { cookies: [], origins: [] } });
  const page = await context.newPage();
  const planted = { name: "authjs.session-token", value: "chosen-by-an-attacker", url: wye.url };
  await context.addCookies([planted]);
  await firstFactor(page, "/usage");
  const between = await context.cookies();
  expect(between.find(({ name }) => name === planted.name)?.value).toBe(planted.value);
  const bare = await context.newPage();
  await bare.goto("/account");
  await expect(bare).toHaveURL(/\/signin/);
  await bare.close();

  await page.getByLabel("Code").fill("000000");
  await press(page, "Sign in");
  await expect(page.getByText("This code is not right.")).toBeVisible();
  const code = codeAhead(secret);
  await page.getByLabel("Code").fill(code);
  await press(page, "Sign in");
  await expect(page).toHaveURL(/\/usage/);
  const session = (await context.cookies()).find(({ name }) => name === planted.name);
  expect(session?.value).not.toBe(planted.value);

  await context.clearCookies({ name: /session-token/ });
  await firstFactor(page);
  await page.getByLabel("Code").fill(code);
  await press(page, "Sign in");
  await expect(page.getByText("This code is not right.")).toBeVisible();
  await page.getByLabel("Code").fill(recovery[0] ?? "");
  await press(page, "Sign in");
  await expect(page.getByLabel("Your message")).toBeVisible();
  await context.close();
});

test("no other door lets somebody in with the password alone", async ({ browser, wye }) => {
  const context = await browser.newContext({ baseURL: wye.url, storageState: { cookies: [], origins: [] } });
  const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
  const answer = await context.request.post("/api/auth/callback/credentials", {
    form: { ...ACCOUNT, csrfToken },
    maxRedirects: 0,
  });
  expect(answer.headers().location ?? "").toContain("error=CredentialsSignin");
  expect((await context.cookies()).filter(({ name }) => name.includes("session-token"))).toEqual([]);
  const page = await context.newPage();
  await page.goto("/signin/code");
  await expect(page.getByRole("link", { name: "Back to the sign-in page" })).toBeVisible();
  await context.close();
});

test("an administrator resets the factor of a member who has lost it", async ({ page, browser, wye }) => {
  await page.goto("/admin/people?search=ada");
  await page.getByRole("button", { name: /Ada/ }).click();
  await page.getByRole("menuitem", { name: "Reset second factor" }).click();
  await press(page, "Reset it");
  await press(page, "Yes, reset the second factor of Ada");
  await expect(page.getByText("The second factor of Ada is reset")).toBeVisible();
  const context = await browser.newContext({ baseURL: wye.url, storageState: { cookies: [], origins: [] } });
  const theirs = await context.newPage();
  await theirs.goto("/signin");
  await theirs.getByLabel("E-mail").fill(ACCOUNT.email);
  await theirs.getByLabel("Password", { exact: true }).fill(ACCOUNT.password);
  await press(theirs, "Sign in");
  await expect(theirs.getByLabel("Your message")).toBeVisible();
  await context.close();
});

test("the second factor in every language, theme and size", async ({ browser, baseURL, wye }) => {
  const member = await newMember(browser, wye, "Grace", "member");
  const state = await member.context().storageState();
  const section = (page: Page) => page.locator("#factor");
  await inspect(browser, baseURL ?? "", state, [
    {
      name: "factor-off",
      path: "/account",
      ready: section,
      prepare: (page) => section(page).scrollIntoViewIfNeeded(),
    },
    {
      name: "factor-enrol",
      path: "/account",
      ready: section,
      prepare: async (page) => {
        await section(page).getByRole("button").click();
        await page.locator("[data-secret]").waitFor();
        await section(page).scrollIntoViewIfNeeded();
      },
    },
  ]);
  await member.goto("/account");
  await press(member, "Set up an authenticator app");
  const theirs = await member.locator("[data-secret]").innerText();
  await member.getByLabel("Code from the app").fill(totpCode(theirs, Date.now()));
  await press(member, "Switch on");
  await press(member, "I have kept them");
  await inspect(browser, baseURL ?? "", state, [
    {
      name: "factor-codes",
      path: "/account",
      ready: section,
      prepare: async (page) => {
        await section(page).getByRole("button").first().click();
        await page.locator("[data-codes]").waitFor();
        await section(page).scrollIntoViewIfNeeded();
      },
    },
  ]);
  const context = await browser.newContext({ baseURL: wye.url, storageState: { cookies: [], origins: [] } });
  const stranger = await context.newPage();
  await stranger.goto("/signin");
  await stranger.getByLabel("E-mail").fill("grace@example.com");
  await stranger.getByLabel("Password", { exact: true }).fill(ACCOUNT.password);
  await press(stranger, "Sign in");
  await expect(stranger.getByRole("heading", { name: "Enter your code" })).toBeVisible();
  await inspect(browser, baseURL ?? "", await context.storageState(), [
    { name: "signin-code", path: "/signin/code", ready: (page) => page.locator("[name=code]") },
  ]);
  await context.close();
  await member.context().close();
});
