import { type APIRequestContext, expect } from "@playwright/test";
import { test } from "@/tests/support/server-fixture";
import { OWNER } from "./support/owner";
import { signIn } from "./support/sign-in";

test.use({ wyeEnv: { WYE_OWNER_EMAIL: OWNER.email, WYE_OWNER_PASSWORD: OWNER.password } });

/** The browser comes from this machine, as a reverse proxy would, and so is believed. */
const from = (address: string) => ({ "X-Forwarded-For": `192.0.2.99, ${address}` });

async function guess(request: APIRequestContext, address: string): Promise<void> {
  const headers = from(address);
  const { csrfToken } = await (await request.get("/api/auth/csrf", { headers })).json();
  const form = { csrfToken, email: OWNER.email, password: "a wrong guess" };
  await request.post("/api/auth/callback/credentials", { headers, form, maxRedirects: 0 });
}

test("guesses at one entrance close the other, to that address alone", async ({ browser, wye }) => {
  const attacker = await browser.newContext({ baseURL: wye.url, extraHTTPHeaders: from("8.8.4.4") });
  const page = await attacker.newPage();
  for (let time = 0; time < 10; time++) await guess(attacker.request, "8.8.4.4");

  await page.goto("/signin");
  await page.getByLabel("E-mail").fill(OWNER.email);
  await page.getByLabel("Password", { exact: true }).fill(OWNER.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Too many attempts in a short time.")).toBeVisible();
  await attacker.close();

  const owner = await browser.newContext({ baseURL: wye.url, extraHTTPHeaders: from("8.8.8.8") });
  await signIn(await owner.newPage(), OWNER);
  await owner.close();
});
