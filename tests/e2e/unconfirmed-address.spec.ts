import { expect } from "@playwright/test";
import { inspect } from "./support/inspect";
import { linkIn, test } from "./support/mail-test";
import { runWye } from "./support/run-wye";

const HILDA = { email: "hilda@example.com", password: "chosen by herself" };

test("nothing is added to an account before its address is confirmed, which the page leads to", async ({
  browser,
  page,
  wye,
  mailServer,
}) => {
  const { email } = HILDA;
  await runWye(wye, "user", "create", "--email", email, "--password", HILDA.password, "--name", "Hilda");
  await page.goto("/signin");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(HILDA.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).not.toHaveURL(/\/signin/);
  await page.goto("/account");
  const notice = page.getByText("Nobody has confirmed yet that this address is yours.");
  await expect(notice).toBeVisible();
  await page.getByRole("button", { name: "Set up an authenticator app" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "First confirm that" })).toBeVisible();
  await inspect(browser, wye.url, await page.context().storageState(), [
    { name: "account-unconfirmed", path: "/account", ready: (on) => on.locator("h1").first() },
  ]);

  const before = mailServer.taken.length;
  await page.getByRole("link", { name: "Confirm this address" }).click();
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText("The link is on its way.")).toBeVisible();
  await page.goto(await linkIn(mailServer, before));
  await page.getByRole("button", { name: "Confirm the address" }).click();
  await expect(page.getByText("The address is confirmed.")).toBeVisible();
  await page.goto("/account");
  await expect(page.getByLabel("What others call you")).toBeVisible();
  await expect(notice).toHaveCount(0);
  await page.getByRole("button", { name: "Set up an authenticator app" }).click();
  await expect(page.getByLabel("Code from the app")).toBeVisible();
});
