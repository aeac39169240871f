import { expect, type Page } from "@playwright/test";
import { inspect } from "./support/inspect";
import { runWye } from "./support/run-wye";
import { test } from "./support/test";

test.describe.configure({ mode: "serial", timeout: 600_000 });

test("the reference is found from the keys, searched by the keyboard and linked to", async ({
  page,
  wye,
}) => {
  await page.goto("/keys");
  await page.getByRole("navigation", { name: "API" }).getByRole("link", { name: "Reference" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reference");
  const addresses = page.getByRole("navigation", { name: "Addresses" });
  await expect(addresses.getByRole("link", { name: "POST /chat/completions" })).toBeVisible();
  await expect(page.locator("[data-sample=curl]").first()).toContainText(
    `'${wye.url}/api/v1/chat/completions'`,
  );

  await page.locator("body").press("/");
  await page.keyboard.type("reasoning_effort");
  await expect(addresses.getByRole("link")).toHaveText(["POST/chat/completions"]);
  await expect(page.getByText("How much to think before answering")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(addresses.getByRole("link")).not.toHaveCount(1);

  await page.getByRole("searchbox").fill("nothing is called so");
  await page.getByRole("button", { name: "Show all" }).click();
  await page.goto("/keys/reference#createMessage.body.thinking");
  await expect(page.locator("[id='createMessage.body.thinking']")).toBeInViewport();

  await page.getByRole("link", { name: "OpenAPI 3.1" }).click();
  await expect(page.locator("body")).toContainText('"openapi":"3.1.0"');
});

test("who may not use the API is told who can help, on each of its pages", async ({ browser, wye }) => {
  const account = ["--email", "guest@example.com", "--password", "long enough for a guest"];
  await runWye(wye, "user", "create", ...account, "--name", "Guest");
  await runWye(wye, "team", "add-member", "--email", "guest@example.com", "--role", "guest");
  const context = await browser.newContext({ baseURL: wye.url, storageState: { cookies: [], origins: [] } });
  const guest = await context.newPage();
  await guest.goto("/signin");
  await guest.getByLabel("E-mail").fill("guest@example.com");
  await guest.getByLabel("Password", { exact: true }).fill("long enough for a guest");
  await guest.getByRole("button", { name: "Sign in" }).click();
  await expect(guest).not.toHaveURL(/signin/);
  for (const path of ["/keys", "/keys/reference", "/keys/playground"]) {
    await guest.goto(path);
    await expect(guest.getByRole("heading", { level: 1 })).toHaveText("This page is not open to you");
  }
  await context.close();
});

test("the page is fit to be looked at, whole, searched and with nothing found", async ({
  browser,
  wye,
  ownerState,
}) => {
  const ready = (page: Page) => page.getByRole("searchbox");
  await inspect(browser, wye.url, ownerState, [
    { name: "api-reference", path: "/keys/reference", ready },
    {
      name: "api-reference-search",
      path: "/keys/reference",
      ready,
      prepare: async (page) => {
        await page.getByRole("searchbox").fill("tool");
        await expect(page.getByText("tool_choice").first()).toBeVisible();
      },
    },
    {
      name: "api-reference-none",
      path: "/keys/reference",
      ready,
      prepare: async (page) => {
        await page.getByRole("searchbox").fill("zzz");
        await expect(page.locator("section[aria-labelledby]")).toHaveCount(0);
      },
    },
  ]);
});
