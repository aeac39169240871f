import { expect, type Page, type Route } from "@playwright/test";
import { seal, unseal } from "@/lib/providers/seal";
import { ensureSecrets } from "@/scripts/start/secrets";
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
  const ada = await newMember(browser, wye, "Octavia", "member");
  await ada.goto("/account");
  await ada.getByRole("button", { name: "Add Octo" }).click();
  await expect(ada.getByText("Added. From now on you can sign in this way too.")).toBeVisible();
  await expect(ada.getByRole("button", { name: "Remove Octo" })).toBeVisible();

  await test.step("the page says so only when it is so", async () => {
    await ada.goto("/account?added=1");
    await expect(ada.getByRole("button", { name: "Remove Octo" })).toBeVisible();
    await expect(ada.getByText("Added. From now on")).toHaveCount(0);
  });

  const eve = await newMember(browser, wye, "Eve", "member");
  await eve.goto("/account");
  await eve.getByRole("button", { name: "Add Octo" }).click();
  await expect(eve.getByText("belongs to another account here")).toBeVisible();
  await expect(eve.getByLabel("What others call you")).toHaveValue("Eve");

  await ada.context().clearCookies();
  await ada.goto("/signin?callbackUrl=%2Faccount");
  await ada.getByRole("button", { name: "Sign in with Octo" }).click();
  await expect(ada.getByLabel("What others call you")).toHaveValue("Octavia");
  await inspect(browser, wye.url, await ada.context().storageState(), [
    { name: "account-ways", path: "/account#ways", ready: (on) => on.locator("#ways") },
    { name: "account-ways-taken", path: "/account?refused=taken#ways", ready: (on) => on.locator("#ways") },
    { name: "account-ways-late", path: "/account?refused=late#ways", ready: (on) => on.locator("#ways") },
  ]);
  await ada.getByRole("button", { name: "Remove Octo" }).click();
  await expect(ada.getByText("You cannot sign in with Octo any more.")).toBeVisible();
  await eve.context().close();
  await ada.context().close();
});

test("an answer of the provider that comes too late neither adds a way nor signs in", async ({
  browser,
  wye,
}) => {
  const linus = await newMember(browser, wye, "Linus", "member");
  await linus.goto("/account");
  const held = Promise.withResolvers<Route>();
  await linus.route(`${vendor.url}/**`, (route) => held.resolve(route), { times: 1 });
  await linus.getByRole("button", { name: "Add Octo" }).click();
  const route = await held.promise;
  const cookies = await linus.context().cookies(`${wye.url}/api/auth/callback/any`);
  const ticket = cookies.find(({ name }) => name === "wye-add-way");
  const state = cookies.find(({ name }) => name.includes("authjs.state") || name.includes("authjs.pkce"));
  if (ticket === undefined || state === undefined) throw new Error("nothing was begun");
  expect(ticket.expires).toBeGreaterThan(state.expires);
  const { WYE_ENCRYPTION_KEY } = ensureSecrets(wye.dataDir, {});
  const key = Buffer.from(WYE_ENCRYPTION_KEY, "base64");
  const past = { ...JSON.parse(unseal(ticket.value, key, "add-way")), until: 1 };
  await linus.context().addCookies([{ ...ticket, value: seal(JSON.stringify(past), key, "add-way") }]);
  await route.continue();
  await expect(linus.getByText("That took more than ten minutes.")).toBeVisible();
  await expect(linus.getByRole("button", { name: "Add Octo" })).toBeVisible();
  await expect(linus.getByLabel("What others call you")).toHaveValue("Linus");
  await linus.context().close();
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
