import { expect, type Page } from "@playwright/test";
import { inspect } from "./support/inspect";
import { newMember } from "./support/new-member";
import { OWNER } from "./support/owner";
import { runWye } from "./support/run-wye";
import { test } from "./support/test";

const NOBODY = { cookies: [], origins: [] };
const table = (page: Page) => page.getByRole("table").first();
const row = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });

test.describe.configure({ mode: "serial", timeout: 300_000 });

test("an administrator makes a team, shuts it and has it back with one press", async ({ page, wye }) => {
  await runWye(
    wye,
    "user",
    "create",
    "--email",
    "owner-to-be@example.com",
    "--password",
    "long enough",
    "--name",
    "Grace",
  );
  await page.goto("/");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Installation" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Teams" })).toBeVisible();
  await expect(row(page, OWNER.teamName)).toContainText("You work in it");

  await page.getByLabel("Name", { exact: true }).fill("Compilers");
  await page.getByLabel("E-mail of its owner").fill("nobody@example.com");
  await page.getByRole("button", { name: "Create team" }).click();
  await expect(page.getByText("Nobody with this e-mail has an account here.")).toBeVisible();
  await page.getByLabel("E-mail of its owner").fill("owner-to-be@example.com");
  await page.getByRole("button", { name: "Create team" }).click();
  await expect(row(page, "Compilers")).toContainText("Active");

  await page.getByRole("button", { name: "Suspend Compilers" }).click();
  await expect(row(page, "Compilers")).toContainText("Suspended");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row(page, "Compilers")).toContainText("Active");

  await page.getByRole("searchbox").fill("compil");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(row(page, OWNER.teamName)).toHaveCount(0);
  await expect(row(page, "Compilers")).toBeVisible();
});

test("who is suspended is signed out, and may sign in again when restored", async ({
  browser,
  page,
  wye,
}) => {
  const member = await newMember(browser, wye, "Mallory", "member");
  await page.goto("/admin/people?search=mallory");
  await page.getByRole("button", { name: "Actions for Mallory" }).click();
  await page.getByRole("menuitem", { name: "Suspend" }).click();
  await expect(row(page, "Mallory")).toContainText("Suspended");
  await member.goto("/");
  await expect(member).toHaveURL(/\/signin/);
  await page.getByRole("button", { name: "Actions for Mallory" }).click();
  await page.getByRole("menuitem", { name: "Restore" }).click();
  await expect(row(page, "Mallory")).toContainText("Active");
  await member.context().close();
});

test("a member finds no way to it, and is told who can help", async ({ browser, wye }) => {
  const member = await newMember(browser, wye, "Bob", "administrator");
  await expect(member.getByRole("link", { name: "Installation" })).toHaveCount(0);
  await member.goto("/admin/people");
  await expect(member.getByText("It is for the administrators of this installation.")).toBeVisible();
  await member.context().close();
});

test("whoever comes makes an account once the installation is open, and not before", async ({
  browser,
  page,
  wye,
}) => {
  const context = await browser.newContext({ baseURL: wye.url, storageState: NOBODY });
  const visitor = await context.newPage();
  await visitor.goto("/signup");
  await expect(visitor.getByText("No account can be made here")).toBeVisible();

  await page.goto("/admin/settings");
  await page.getByRole("radio", { name: "Anybody" }).check();
  await expect(page.getByText("Saved.")).toBeVisible();

  await visitor.goto("/signin");
  await visitor.getByRole("link", { name: "Create an account" }).click();
  await visitor.getByLabel("Your name").fill("Edsger");
  await visitor.getByLabel("E-mail").fill("edsger@example.com");
  await visitor.getByLabel("Password", { exact: true }).fill("engines of analysis");
  await visitor.getByRole("button", { name: "Create account" }).click();
  await expect(visitor.getByLabel("Your message")).toBeVisible();
  await context.close();
});

test("a private host is allowed, and taken back with an undo", async ({ page }) => {
  await page.goto("/admin/settings");
  await page.getByLabel("Host or host:port").fill("ollama.internal:11434");
  await page.getByRole("button", { name: "Allow host" }).click();
  const listed = page.getByRole("main").getByRole("listitem").filter({ hasText: "ollama.internal:11434" });
  await expect(listed).toBeVisible();
  await page.getByRole("button", { name: "Remove ollama.internal:11434" }).click();
  await expect(listed).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(listed).toBeVisible();
});

test("looks", async ({ browser, ownerState, wye }) => {
  const heading = (page: Page) => page.locator("h1").first();
  await inspect(browser, wye.url, ownerState, [
    { name: "admin-teams", path: "/admin", ready: table },
    { name: "admin-people", path: "/admin/people", ready: table },
    { name: "admin-people-none", path: "/admin/people?search=zzzz", ready: heading },
    { name: "admin-audit", path: "/admin/audit", ready: table },
    { name: "admin-audit-none", path: "/admin/audit?search=zzzz", ready: heading },
    { name: "admin-settings", path: "/admin/settings", ready: heading },
    { name: "admin-health", path: "/admin/health", ready: table },
  ]);
  await inspect(browser, wye.url, NOBODY, [{ name: "signup", path: "/signup", ready: heading }]);
});
