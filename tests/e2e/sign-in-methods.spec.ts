import { expect, type Page } from "@playwright/test";
import { startVendorServer, type VendorServer } from "@/tests/support/vendor-server";
import type { VendorUser } from "@/tests/support/vendor-wires";
import { inspect } from "./support/inspect";
import { newMember } from "./support/new-member";
import { runWye } from "./support/run-wye";
import { test } from "./support/test";

test.describe.configure({ mode: "serial", timeout: 300_000 });

const SECRET = "what the vendor knows Wye by";
const THERE: VendorUser = {
  ...{ id: "7", name: "Ada", typedEmail: "", enterpriseEmail: null, tenant: "acme-corp" },
  emails: [{ email: "ada@elsewhere.example", primary: true, verified: true }],
};
let vendor: VendorServer;
test.beforeAll(async () => {
  vendor = await startVendorServer(THERE, SECRET);
});
test.afterAll(async ({ wye }) => {
  // Other tests' sign-in pages offer no button but their own.
  const lines = (await runWye(wye, "signin", "list", "--json")).split("\n").filter((line) => line !== "");
  for (const line of lines) await runWye(wye, "signin", "remove", JSON.parse(line).id);
  await vendor.close();
});

const row = (page: Page) => page.getByRole("listitem", { name: "Octo" });

test("an administrator adds a provider, checks it, and its secret never comes back", async ({ page }) => {
  await page.goto("/admin/settings");
  await page.getByRole("link", { name: "Sign-in", exact: true }).click();
  await expect(page.getByText("There is none yet")).toBeVisible();
  await page.getByRole("combobox", { name: "Provider" }).click();
  await page.getByRole("option", { name: "Feishu" }).click();
  await expect(page.getByLabel("Companies")).toBeVisible();
  await page.getByRole("combobox", { name: "Provider" }).click();
  await page.getByRole("option", { name: "GitHub" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Octo");
  await page.getByLabel("Address", { exact: true }).fill("http://elsewhere.example");
  await page.getByLabel("Client ID").fill("wye");
  await page.getByLabel("Client secret").fill(SECRET);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("This is not an address that such a provider has.")).toBeVisible();
  await page.getByLabel("Address", { exact: true }).fill(vendor.url);
  await page.getByLabel("Client secret").fill(SECRET);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(row(page)).toContainText("/api/auth/callback/");
  await page.getByRole("button", { name: "Check Octo" }).click();
  await expect(page.getByText("It answers as it should.")).toBeVisible();
  await page.reload();
  await expect(row(page)).toBeVisible();
  expect(await page.content()).not.toContain(SECRET);
});

test("it is switched off and removed, and back with one press", async ({ page, browser, wye }) => {
  const context = await browser.newContext({ baseURL: wye.url, storageState: { cookies: [], origins: [] } });
  const visitor = await context.newPage();
  const offered = visitor.getByRole("button", { name: "Sign in with Octo" });
  await page.goto("/admin/sign-in");
  await page.getByRole("switch", { name: "Octo is open" }).click();
  await expect(row(page)).toContainText("Switched off");
  await visitor.goto("/signin");
  await expect(visitor.getByLabel("Password", { exact: true })).toBeVisible();
  await expect(offered).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row(page)).not.toContainText("Switched off");
  await page.reload();
  await page.getByRole("button", { name: "Remove Octo" }).click();
  await expect(row(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row(page)).toBeVisible();
  await visitor.reload();
  await expect(offered).toBeVisible();
  await context.close();
});

test("somebody signed in adds a way, signs in by it, and nobody else can have it", async ({
  browser,
  wye,
}) => {
  const ada = await newMember(browser, wye, "Ada", "member");
  await ada.goto("/account");
  await ada.getByRole("button", { name: "Add Octo" }).click();
  await expect(ada.getByText("Added. From now on you can sign in this way too.")).toBeVisible();
  await expect(ada.getByRole("button", { name: "Remove Octo" })).toBeVisible();

  const eve = await newMember(browser, wye, "Eve", "member");
  await eve.goto("/account");
  await eve.getByRole("button", { name: "Add Octo" }).click();
  await expect(eve.getByText("belongs to another account here")).toBeVisible();
  await expect(eve.getByLabel("What others call you")).toHaveValue("Eve");

  await ada.context().clearCookies();
  await ada.goto("/signin?callbackUrl=%2Faccount");
  await ada.getByRole("button", { name: "Sign in with Octo" }).click();
  await expect(ada.getByLabel("What others call you")).toHaveValue("Ada");
  await inspect(browser, wye.url, await ada.context().storageState(), [
    { name: "account-ways", path: "/account#ways", ready: (on) => on.locator("#ways") },
    { name: "account-ways-taken", path: "/account?refused=taken#ways", ready: (on) => on.locator("#ways") },
  ]);
  await ada.getByRole("button", { name: "Remove Octo" }).click();
  await expect(ada.getByText("You cannot sign in with Octo any more.")).toBeVisible();
  await eve.context().close();
  await ada.context().close();
});

test("looks", async ({ browser, ownerState, wye }) => {
  await inspect(browser, wye.url, ownerState, [
    { name: "admin-sign-in", path: "/admin/sign-in", ready: (on) => on.locator("h1").first() },
    {
      name: "admin-sign-in-form",
      path: "/admin/sign-in",
      ready: (on) => on.locator("h1").first(),
      prepare: async (on) => {
        await on.getByRole("combobox").first().scrollIntoViewIfNeeded();
        await on.locator("form button[type=submit]").last().scrollIntoViewIfNeeded();
      },
    },
  ]);
});
