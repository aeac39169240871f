import { expect, type Page } from "@playwright/test";
import { OAuth2Server } from "oauth2-mock-server";
import type { Wye } from "@/tests/support/server";
import { test } from "@/tests/support/server-fixture";
import { inspect } from "./support/inspect";
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

let provider: OAuth2Server;
/** What the provider says of whoever signs in. */
let claims: Record<string, unknown> = {};
/** What it does to the token. */
let spoil: (payload: Record<string, unknown>) => void = () => undefined;
let asked: URLSearchParams[] = [];

test.beforeAll(async ({ wye }) => {
  provider = new OAuth2Server();
  await provider.issuer.keys.generate("RS256");
  await provider.start(0, "localhost");
  provider.service.on("beforeTokenSigning", (token) => {
    Object.assign(token.payload, claims);
    spoil(token.payload);
  });
  provider.service.on("beforeAuthorizeRedirect", (_redirect, request) => {
    asked.push(new URL(request.url ?? "", "http://localhost").searchParams);
  });
  const options = ["--name", "Acme", "--issuer", provider.issuer.url ?? "", "--client-id", "wye"];
  const secret = ["--client-secret", "a secret", "--domain", "acme.example", "--groups-claim", "groups"];
  await runWye(wye, "signin", "add", ...options, ...secret, "--grant", `staff=${OWNER.teamName}:member`);
});
test.afterAll(() => provider.stop());
test.beforeEach(() => {
  claims = { sub: "ada", name: "Ada", email: "ada@acme.example", email_verified: true, groups: ["staff"] };
  spoil = () => undefined;
  asked = [];
});

async function signInThere(page: Page, from = "/signin"): Promise<void> {
  await page.goto(from);
  await page.getByRole("button", { name: "Sign in with Acme" }).click();
}

async function fresh(wye: Wye, page: Page): Promise<void> {
  await page.context().clearCookies();
  await signInThere(page, `${wye.url}/signin`);
}

test("whoever a trusted provider vouches for is in, in the team of their group, and where they were going", async ({
  page,
}) => {
  await signInThere(page, "/signin?callbackUrl=%2Fusage");
  await expect(page).toHaveURL(/\/usage/);
  await page.goto("/");
  await expect(page.getByLabel("Your message")).toBeVisible();
  const sent = asked[0];
  expect(sent?.get("code_challenge_method")).toBe("S256");
  for (const name of ["code_challenge", "state", "nonce"]) expect(sent?.get(name)).toMatch(/.{20,}/);
  expect(sent?.get("redirect_uri")).toMatch(/^http:\/\/localhost:\d+\/api\/auth\/callback\/[0-9a-f-]{36}$/);
});

test("a leaver is in no team at the next sign-in", async ({ page, wye }) => {
  claims.groups = [];
  await fresh(wye, page);
  await expect(page.getByText("No team is open to you", { exact: true })).toBeVisible();
});

test("an address of theirs alone opens nobody's account", async ({ page, wye }) => {
  claims = { ...claims, sub: "eve", email: OWNER.email };
  await fresh(wye, page);
  await expect(page.getByText("You are signed in there, but have no account here.")).toBeVisible();
  claims = { ...claims, email: "grace@acme.example" };
  const account = [
    "--email",
    "grace@acme.example",
    "--password",
    "chosen by another hand",
    "--name",
    "Grace",
  ];
  await runWye(wye, "user", "create", ...account);
  await fresh(wye, page);
  await expect(page.getByText("nobody has confirmed that the address is theirs")).toBeVisible();
});

test("a token that is past, from the future, for another, or an answer to another question signs nobody in", async ({
  page,
  wye,
}) => {
  const now = () => Math.floor(Date.now() / 1000);
  const spoilt: (typeof spoil)[] = [
    (payload) => Object.assign(payload, { exp: now() - 600 }),
    (payload) => Object.assign(payload, { nbf: now() + 600 }),
    (payload) => Object.assign(payload, { aud: "another" }),
    (payload) => Object.assign(payload, { iss: "https://evil.example" }),
    (payload) => Object.assign(payload, { nonce: "of another question" }),
  ];
  for (const way of spoilt) {
    spoil = way;
    await fresh(wye, page);
    await expect(page.getByText("Signing in there did not work out")).toBeVisible();
  }
  spoil = (payload) => Object.assign(payload, { iat: now() + 15, nbf: now() + 15 });
  await fresh(wye, page);
  await expect(page.getByLabel("Your message")).toBeVisible();
});

test("an answer works once, and only in the browser that asked", async ({ page, browser, wye }) => {
  await page.context().clearCookies();
  const back = page.waitForRequest(/\/api\/auth\/callback\//);
  await signInThere(page, `${wye.url}/signin`);
  const answer = (await back).url();
  await expect(page.getByLabel("Your message")).toBeVisible();
  const other = await browser.newContext({ baseURL: wye.url });
  const stranger = await other.newPage();
  await stranger.goto(answer);
  await expect(stranger.getByText("Signing in there did not work out")).toBeVisible();
  await other.close();
  await page.context().clearCookies({ name: /session-token/ });
  await page.goto(answer);
  await expect(page.getByText("Signing in there did not work out")).toBeVisible();
});

test("another site cannot begin a sign-in", async ({ request, page, wye }) => {
  await page.context().clearCookies();
  await page.goto(`${wye.url}/signin`);
  const begun = page.waitForRequest(/\/api\/auth\/signin\//);
  await page.getByRole("button", { name: "Sign in with Acme" }).click();
  const url = (await begun).url();
  const response = await request.post(url, { form: { csrfToken: "guessed" }, maxRedirects: 0 });
  expect(response.headers().location ?? "").not.toContain("code_challenge");
});

test("its page on both devices, in both languages and themes", async ({ browser, wye }) => {
  await inspect(browser, wye.url, { cookies: [], origins: [] }, [
    { name: "signin-method", path: "/signin", ready: (on) => on.locator("h1").first() },
    {
      name: "signin-method-refused",
      path: "/signin?refused=unconfirmed",
      ready: (on) => on.locator("main").getByRole("alert").filter({ hasText: /\S/ }).first(),
    },
  ]);
});
