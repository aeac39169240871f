import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { inspect } from "./support/inspect";
import { newMember } from "./support/new-member";
import { runWye } from "./support/run-wye";
import { test } from "./support/test";

// An audit of its own: every entry is counted.
test.use({ models: ["gpt-4o-mini", "plain-1"] });
test.describe.configure({ mode: "serial", timeout: 600_000 });

const table = (page: Page) => page.getByRole("table");
const rows = (page: Page) => table(page).getByRole("row");

test("a change is there with who made it, from where, and what was before and after", async ({
  page,
  wye,
}) => {
  await runWye(wye, "mode", "set", "--mode", "reasoning", "--models", "openai/gpt-4o-mini");
  await runWye(wye, "mode", "set", "--mode", "reasoning", "--models", "openai-compatible/plain-1");
  await page.goto("/audit");
  await expect(rows(page).nth(1)).toContainText("Mode's models set");
  await expect(rows(page).nth(1)).toContainText("The instance");
  await expect(rows(page).nth(1)).toContainText("Command line");
  await rows(page).nth(1).getByRole("button").click();
  const details = rows(page).nth(2);
  await expect(details.getByRole("deletion")).toContainText("openai/gpt-4o-mini");
  await expect(details.getByRole("insertion")).toContainText("openai-compatible/plain-1");
});

test("what is looked for stands in the address, and can be cleared", async ({ page }) => {
  await page.goto("/audit");
  await page.getByRole("combobox", { name: "Action" }).click();
  await page.getByRole("option", { name: "Team created" }).click();
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/action=team\.create/);
  await expect(rows(page)).toHaveCount(2);
  await page.goto("/audit?person=nobody");
  await expect(page.getByText("No entry matches.")).toBeVisible();
  await page.getByRole("link", { name: "Clear" }).click();
  await expect(rows(page).nth(1)).toContainText("Mode's models set");
});

test("the chain is verified on demand, and exported as lines", async ({ page }) => {
  await page.goto("/audit");
  await expect(page.getByText(/not checked yet/)).toBeVisible();
  await page.getByRole("button", { name: "Verify" }).click();
  await expect(page.getByText(/entries are as written/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/Chain verified to entry \d+ of \d+/)).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export as JSON lines" }).click();
  const text = await readFile(await (await download).path(), "utf8");
  const entries = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(entries[0]).toMatchObject({ seq: 1, action: "team.create" });
  expect(entries[0].team).not.toBe(INSTANCE_TEAM_ID);
});

test("is nothing for a member, who is told who can help", async ({ browser, wye }) => {
  const page = await newMember(browser, wye, "Mira", "member");
  await page.goto("/audit");
  await expect(table(page)).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Audit" })).toHaveCount(0);
  expect((await page.request.get("/api/audit")).status()).toBe(403);
  await page.context().close();
});

test("looks", async ({ browser, wye, ownerState }) => {
  await inspect(browser, wye.url, ownerState, [
    { name: "audit", path: "/audit", ready: table },
    {
      name: "audit-details",
      path: "/audit?action=mode.set",
      ready: table,
      prepare: async (page) => {
        await table(page).getByRole("button").first().click();
        await expect(page.locator("main del").first()).toBeVisible();
      },
    },
    { name: "audit-none", path: "/audit?person=nobody", ready: (page) => page.locator("main search") },
    {
      name: "audit-verified",
      path: "/audit",
      ready: table,
      prepare: async (page) => {
        await page
          .locator("main button")
          .filter({ hasText: /Verify|校验/ })
          .click();
        await expect(page.locator("main").getByText(/as written|写入时一致/)).toBeVisible();
      },
    },
  ]);
});
