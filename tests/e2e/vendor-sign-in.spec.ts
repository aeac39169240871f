import { expect, type Page } from "@playwright/test";
import type { Wye } from "@/tests/support/server";
import { test } from "@/tests/support/server-fixture";
import { startVendorServer, type VendorServer } from "@/tests/support/vendor-server";
import type { VendorUser } from "@/tests/support/vendor-wires";
import { inspect } from "./support/inspect";
import { onDatabase } from "./support/long-chat";
import { OWNER } from "./support/owner";
import { runWye } from "./support/run-wye";

test.use({
  wyeEnv: {
    WYE_OWNER_EMAIL: OWNER.email,
    WYE_OWNER_PASSWORD: OWNER.password,
    WYE_TEAM_NAME: OWNER.teamName,
    WYE_LOG_LEVEL: "error",
  },
});
test.describe.configure({ mode: "serial" });

const SECRET = "what the vendor knows Wye by";
const VENDORS = [
  { kind: "github", name: "GitHub", options: ["--domain", "acme.example"], challenge: true },
  {
    kind: "feishu",
    name: "Feishu",
    options: ["--tenant", "acme-corp", "--domain", "acme.example"],
    challenge: true,
  },
  { kind: "dingtalk", name: "DingTalk", options: ["--tenant", "acme-corp"], challenge: false },
] as const;

const ada = (id: string): VendorUser => ({
  id,
  name: "Ada",
  emails: [
    { email: OWNER.email, primary: false, verified: true },
    { email: `ada${id}@acme.example`, primary: true, verified: true },
  ],
  typedEmail: OWNER.email,
  enterpriseEmail: `ada-f${id}@acme.example`,
  tenant: "acme-corp",
});

let vendor: VendorServer;
test.beforeAll(async ({ wye }) => {
  vendor = await startVendorServer(ada("1"), SECRET);
  for (const { kind, name, options } of VENDORS) {
    const basis = ["--kind", kind, "--name", name, "--issuer", vendor.url, "--client-id", "wye"];
    const api = ["--api-url", kind === "github" ? `${vendor.url}/api/v3` : vendor.url];
    const grant = ["--grant", `*=${OWNER.teamName}:member`];
    await runWye(wye, "signin", "add", ...basis, ...api, "--client-secret", SECRET, ...options, ...grant);
  }
});
test.afterAll(() => vendor.close());
test.beforeEach(() => {
  vendor.state.user = ada("1");
  vendor.asked.length = 0;
});

async function come(wye: Wye, page: Page, name: string, path = "/signin"): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`${wye.url}${path}`);
  await page.getByRole("button", { name: `Sign in with ${name}` }).click();
}
const refused = (page: Page) => page.getByText("You are signed in there, but have no account here.");
const failed = (page: Page) => page.getByText("Signing in there did not work out");
const isIn = (page: Page) => page.getByLabel("Your message");

for (const { kind, name, challenge } of VENDORS) {
  test(`${name}: whoever it vouches for is in, where they were going, and the same person the next time`, async ({
    page,
    wye,
  }) => {
    await come(wye, page, name, "/signin?callbackUrl=%2Fusage");
    await expect(page).toHaveURL(`${wye.url}/usage`);
    const sent = vendor.asked[0];
    expect(sent?.get("state")).toMatch(/.{20,}/);
    expect(sent?.get("code_challenge_method") ?? null).toBe(challenge ? "S256" : null);
    await page.goto("/account");
    const address = await page.getByLabel("E-mail", { exact: true }).inputValue();
    // Never what somebody typed into their profile there.
    expect(address).toBe(
      kind === "github" ? "ada1@acme.example" : kind === "feishu" ? "ada-f1@acme.example" : "–",
    );
    await page.getByLabel("What others call you").fill(`Ada of ${name}`);
    await page.getByRole("button", { name: "Save name" }).click();
    await expect(page.getByRole("button", { name: /Account/ })).toContainText(`Ada of ${name}`);
    await come(wye, page, name);
    await expect(isIn(page)).toBeVisible();
    await page.goto("/account");
    await expect(page.getByLabel("What others call you")).toHaveValue(`Ada of ${name}`);
  });

  test(`${name}: an answer works once, in the browser that asked, and leads to no other site`, async ({
    page,
    browser,
    wye,
  }) => {
    const back = page.waitForRequest(/\/api\/auth\/callback\//);
    await come(wye, page, name, "/signin?callbackUrl=https%3A%2F%2Fevil.example");
    const answer = (await back).url();
    await expect(isIn(page)).toBeVisible();
    expect(page.url().startsWith(wye.url)).toBe(true);
    const other = await browser.newContext({ baseURL: wye.url });
    const stranger = await other.newPage();
    await stranger.goto(answer);
    await expect(failed(stranger)).toBeVisible();
    await other.close();
    await page.context().clearCookies({ name: /session-token/ });
    await page.goto(answer);
    await expect(failed(page)).toBeVisible();
  });

  test(`${name}: an answer with another question's state, or a code it never gave, signs nobody in`, async ({
    page,
    wye,
  }) => {
    for (const spoil of ["state", kind === "dingtalk" ? "authCode" : "code"]) {
      await page.route(/\/oauth2?\/auth|\/authen\/v1\/authorize/, async (route) => {
        const response = await route.fetch({ maxRedirects: 0 });
        const location = new URL(response.headers().location ?? "");
        location.searchParams.set(spoil, "of somebody else");
        await route.fulfill({ status: 302, headers: { location: location.href } });
      });
      await come(wye, page, name);
      await expect(failed(page)).toBeVisible();
      await page.unrouteAll();
    }
  });

  test(`${name}: signing in begins a session that nobody knew before`, async ({ page, wye }) => {
    await page.context().clearCookies();
    await page.goto(`${wye.url}/signin`);
    const cookie = { name: "authjs.session-token", value: "chosen-by-another", url: wye.url };
    await page.context().addCookies([cookie]);
    await page.goto(`${wye.url}/signin`);
    await page.getByRole("button", { name: `Sign in with ${name}` }).click();
    await expect(isIn(page)).toBeVisible();
    const own = (await page.context().cookies()).find((held) => held.name === cookie.name);
    expect(own?.value).not.toBe(cookie.value);
  });
}

test("GitHub: an address that is not the first or not verified makes nobody of anybody", async ({
  page,
  wye,
}) => {
  for (const spoil of [{ verified: false }, { primary: false }]) {
    const user = ada("2");
    vendor.state.user = {
      ...user,
      emails: [{ ...{ email: "eve@acme.example", primary: true, verified: true }, ...spoil }],
    };
    await come(wye, page, "GitHub");
    await expect(refused(page)).toBeVisible();
  }
});

for (const name of ["Feishu", "DingTalk"]) {
  test(`${name}: whoever comes from a company that is not named is refused, whatever their address`, async ({
    page,
    wye,
  }) => {
    vendor.state.user = { ...ada("1"), tenant: "evil-corp" };
    await come(wye, page, name);
    await expect(refused(page)).toBeVisible();
  });
}

test("DingTalk: who has neither a password nor an address reads what is true for them, and can erase themselves", async ({
  browser,
  page,
  wye,
}) => {
  vendor.state.user = { ...ada("7"), name: "Grace Hopper" };
  await come(wye, page, "DingTalk", "/signin?callbackUrl=%2Faccount");
  const factor = page.locator("#factor");
  await expect(factor.getByText("You are not asked for a code.")).toBeVisible();
  await expect(factor.getByText("Signing in through a provider does not ask for it")).toBeVisible();
  await expect(factor.getByText("password")).toHaveCount(0);
  await inspect(browser, wye.url, await page.context().storageState(), [
    {
      name: "account-without-password",
      path: "/account",
      ready: (on) => on.locator("#erase"),
      prepare: async (on) => {
        await on.locator("#erase").getByRole("button").click();
        await on.locator("#factor").scrollIntoViewIfNeeded();
      },
    },
  ]);
  await page.getByRole("button", { name: "Erase my account" }).click();
  const typed = page.getByLabel("Your name, “Grace Hopper”, to confirm", { exact: true });
  await typed.fill("Ada");
  await page.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByText("Nothing was erased.")).toBeVisible();
  await typed.fill("grace hopper");
  await page.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByText("Your account is erased")).toBeVisible();
});

test("a way that somebody added themselves is open once more after they were at the team's own", async ({
  page,
  browser,
  wye,
}) => {
  vendor.state.user = ada("9");
  await come(wye, page, "Feishu");
  await expect(isIn(page)).toBeVisible();
  await page.goto("/account");
  await page.getByRole("button", { name: "Add DingTalk" }).click();
  await expect(page.getByText("Added. From now on you can sign in this way too.")).toBeVisible();
  await onDatabase(
    wye,
    (sql) => sql`update sign_in_identity set last_used_at = now() - interval '2 days'
      where method_id in (select id from sign_in_method where kind = 'feishu')`,
  );
  await come(wye, page, "DingTalk");
  const notice = (on: Page) => on.getByRole("alert").filter({ hasText: /Feishu/ });
  await expect(notice(page)).toContainText("Sign in with Feishu first.");
  const path = page.url().slice(wye.url.length);
  await inspect(browser, wye.url, { cookies: [], origins: [] }, [
    { name: "signin-renew", path, ready: notice },
  ]);
  for (const name of ["Feishu", "DingTalk"]) {
    await come(wye, page, name);
    await expect(isIn(page)).toBeVisible();
  }
  await page.goto("/account");
  await expect(page.getByLabel("E-mail", { exact: true })).toHaveValue("ada-f9@acme.example");
});

test("their buttons on both devices, in both languages and themes", async ({ browser, wye }) => {
  await inspect(browser, wye.url, { cookies: [], origins: [] }, [
    { name: "signin-vendors", path: "/signin", ready: (on) => on.locator("h1").first() },
  ]);
});
