import { expect, type Page } from "@playwright/test";
import { inspect } from "./support/inspect";
import { linkIn, test } from "./support/mail-test";
import { OWNER } from "./support/owner";
import { runWye } from "./support/run-wye";
import { signIn } from "./support/sign-in";

test.describe.configure({ mode: "serial" });

const NOBODY = { cookies: [], origins: [] };
const alert = (page: Page) => page.locator("main").getByRole("alert").filter({ hasText: /\S/ });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
let password = OWNER.password;

async function askFor(page: Page, path: string, email: string): Promise<string> {
  await page.goto(path);
  await page.getByLabel("E-mail").fill(email);
  await press(page, "Send the link");
  await expect(alert(page)).toContainText("Look in your mailbox");
  return page.locator("main").innerText();
}

test("a forgotten password is set anew through a mail, and whoever was signed in is out", async ({
  browser,
  page,
  wye,
  mailServer,
}) => {
  const before = await browser.newContext({ baseURL: wye.url });
  const elsewhere = await before.newPage();
  await signIn(elsewhere, OWNER);

  await page.goto("/signin");
  await page.getByRole("link", { name: "Forgotten your password?" }).click();
  await expect(page.getByRole("heading", { name: "Forgotten your password?" })).toBeVisible();
  await page.getByLabel("E-mail").fill(OWNER.email);
  await press(page, "Send the link");
  await expect(alert(page)).toContainText("If there is an account with this address");
  const link = await linkIn(mailServer, 0);
  expect(new URL(link).origin).toBe(wye.url);

  await test.step("a program that opens the link, and a weak password, leave it as it is", async () => {
    for (let look = 0; look < 3; look++) expect((await page.request.get(link)).status()).toBe(200);
    await page.goto(link);
    await page.getByLabel("New password", { exact: true }).fill("P@ssw0rd1234");
    await press(page, "Set the password");
    await expect(page.getByText("This password is known from leaks or easy to guess.")).toBeVisible();
  });

  await test.step("a good password is taken", async () => {
    password = "orange lantern tuesday";
    await page.getByLabel("New password", { exact: true }).fill(password);
    await press(page, "Set the password");
    await expect(page.getByText("Your password is changed")).toBeVisible();
  });

  await elsewhere.goto("/usage");
  await expect(elsewhere).toHaveURL(/\/signin/);
  await before.close();
  await signIn(page, { email: OWNER.email, password });
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link does not work" })).toBeVisible();
  await expect.poll(() => mailServer.taken.at(-1)?.subject).toBe("Your password for Wye was changed");
});

test("a sign-in link signs in the browser that asked, once, and leads where it was going", async ({
  browser,
  page,
  wye,
  mailServer,
}) => {
  const before = mailServer.taken.length;
  await page.goto("/usage");
  await page.getByRole("link", { name: "Sign in by e-mail instead" }).click();
  await expect(page.getByRole("heading", { name: "Sign in by e-mail" })).toBeVisible();
  await page.getByLabel("E-mail").fill(OWNER.email);
  await press(page, "Send the link");
  await expect(alert(page)).toContainText("Open it in this browser within 30 minutes.");
  const link = await linkIn(mailServer, before);

  const other = await browser.newContext({ baseURL: wye.url });
  const stranger = await other.newPage();
  await stranger.goto(link);
  await expect(stranger.getByRole("heading", { name: "This link does not work" })).toBeVisible();
  await other.close();

  await page.request.get(link);
  await page.goto(link);
  await press(page, "Sign in");
  await expect(page).toHaveURL(/\/usage/);
  await page.context().clearCookies({ name: /session-token/ });
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link does not work" })).toBeVisible();
});

test("the pages say the same whether or not anybody has the address", async ({ page }) => {
  for (const path of ["/forgot-password", "/signin/link"]) {
    expect(await askFor(page, path, "nobody@example.com")).toBe(await askFor(page, path, OWNER.email));
  }
});

test("no header can name the host that a mail leads to", async ({ page, wye, mailServer }) => {
  const before = mailServer.taken.length;
  await page.setExtraHTTPHeaders({ "X-Forwarded-Proto": "http", "X-Original-Host": "evil.example" });
  await page.goto("/forgot-password");
  await page.getByLabel("E-mail").fill(OWNER.email);
  await page.route("**/forgot-password", (route) =>
    route.continue({ headers: { ...route.request().headers(), "x-host": "evil.example" } }),
  );
  await press(page, "Send the link");
  expect(new URL(await linkIn(mailServer, before)).origin).toBe(wye.url);
  for (const header of ["host", "x-forwarded-host"]) {
    const response = await page.request.get("/usage", {
      headers: { [header]: "evil.example" },
      maxRedirects: 0,
    });
    expect(response.headers().location ?? "").not.toContain("evil.example");
    expect(await response.text()).not.toContain("evil.example");
  }
});

test("a session that somebody else chose is not signed in, and no link leads out of here", async ({
  page,
  wye,
  context,
}) => {
  const planted = { name: "authjs.session-token", value: "chosen-by-an-attacker", url: wye.url };
  await context.addCookies([planted]);
  await page.goto("/signin?callbackUrl=https%3A%2F%2Fevil.example%2F");
  await page.getByLabel("E-mail").fill(OWNER.email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await press(page, "Sign in");
  await expect(page.getByLabel("Your message")).toBeVisible();
  expect(new URL(page.url()).origin).toBe(wye.url);
  const cookies = await context.cookies();
  const session = cookies.find(({ name }) => name === planted.name);
  expect(session?.value).not.toBe(planted.value);
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });
});

test("another site's page can neither sign in nor ask for mail in somebody's name", async ({
  page,
  mailServer,
}) => {
  const before = mailServer.attempts();
  await page.goto("/forgot-password");
  await page.getByLabel("E-mail").fill(OWNER.email);
  const sent = page.waitForRequest((request) => request.method() === "POST");
  await page.route("**/forgot-password", (route) => route.abort());
  await press(page, "Send the link");
  const request = await sent;
  const { cookie: _, ...headers } = request.headers();
  const response = await page.request.post(request.url(), {
    headers: { ...headers, origin: "https://evil.example" },
    data: request.postDataBuffer() ?? Buffer.alloc(0),
  });
  expect(response.status()).toBeGreaterThanOrEqual(400);
  expect(mailServer.attempts()).toBe(before);
});

test("an address is confirmed by its link", async ({ page, mailServer }) => {
  await signIn(page, { email: OWNER.email, password });
  await page.goto("/verify-email");
  await expect(page.getByText(`We send a link to ${OWNER.email}.`)).toBeVisible();
  await page.goto("/reset-password?token=invented");
  await expect(page.getByRole("heading", { name: "This link does not work" })).toBeVisible();
  expect((await page.goto("/dev/outbox"))?.status()).toBe(404);
  expect(mailServer.taken.every(({ html }) => html?.includes("<html lang="))).toBe(true);
});

test("its pages on both devices, in both languages and themes", async ({
  browser,
  page,
  wye,
  mailServer,
}) => {
  // Somebody whom no test before has sent mail to.
  const email = "grace@example.com";
  await runWye(wye, "user", "create", "--email", email, "--password", "chosen by herself", "--name", "Grace");
  const before = mailServer.taken.length;
  await page.goto("/signin/link");
  await page.getByLabel("E-mail").fill(email);
  await press(page, "Send the link");
  const link = await linkIn(mailServer, before);
  const state = await page.context().storageState();
  await page.goto("/forgot-password");
  await page.getByLabel("E-mail").fill(email);
  await press(page, "Send the link");
  const reset = await linkIn(mailServer, before + 1);
  const heading = (on: Page) => on.locator("h1").first();
  const send = async (on: Page) => {
    await on.locator("input[name=email]").fill("nobody@example.com");
    await on.locator("main form button[type=submit]").click();
    await expect(alert(on)).toBeVisible();
  };
  await inspect(browser, wye.url, NOBODY, [
    { name: "signin-with-mail", path: "/signin?changed=password", ready: heading },
    { name: "forgot-password", path: "/forgot-password", ready: heading },
    { name: "forgot-password-sent", path: "/forgot-password", ready: heading, prepare: send },
    { name: "signin-link", path: "/signin/link", ready: heading },
    { name: "reset-password", path: reset, ready: heading },
    { name: "reset-password-dead", path: "/reset-password?token=x", ready: heading },
  ]);
  await inspect(browser, wye.url, state, [{ name: "signin-link-ready", path: link, ready: heading }]);
});
