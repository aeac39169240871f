import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { cutActions } from "./support/cut-actions";
import { inspect } from "./support/inspect";
import { newMember } from "./support/new-member";
import { test } from "./support/test";

const MODEL = "home-made";

test.use({ wires: { OPENAI: "openai" }, models: [MODEL, "gpt-4o-mini"] });

const field = (page: Page | Locator, label: string) => page.getByLabel(label, { exact: true });
const alert = (page: Page) => page.locator("main").getByRole("alert").filter({ hasText: /\S/ });
const rows = (page: Page) => page.locator("tbody tr");

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole("combobox", { name: label }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

test("who may not see prices is told who can", async ({ browser, wye }) => {
  const page = await newMember(browser, wye, "Mira", "member");
  for (const address of ["/prices", "/prices/set", "/prices/corrections", "/prices/currencies"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 }), address).toHaveText("This page is not open to you");
    await expect(page.locator("main"), address).toContainText(
      "Your role in Platform does not include it. Owner can help: they own the team.",
    );
    await expect(page.getByRole("table")).toHaveCount(0);
    await expect(page.getByLabel("Model", { exact: true })).toHaveCount(0);
  }
  await expect(page.getByRole("navigation").getByRole("link", { name: "Prices" })).toHaveCount(0);
  await page.context().close();
});

test("a list that could not be loaded says so, keeps what was there, and is tried again", async ({
  page,
}) => {
  await page.goto("/prices");
  await expect(rows(page)).toHaveCount(50);
  await cutActions(page);
  await choose(page, "Vendor", "Anthropic");
  await expect(alert(page)).toContainText("The prices could not be loaded");
  await expect(alert(page)).toContainText("What you see is what was there before.");
  await expect(rows(page)).toHaveCount(50);
  await page.unrouteAll();
  await alert(page).getByRole("button", { name: "Retry" }).click();
  await expect(alert(page)).toHaveCount(0);
  await expect
    .poll(async () => (await rows(page).allTextContents()).every((text) => /claude/i.test(text)))
    .toBe(true);

  await choose(page, "Vendor", "All vendors");
  await expect(rows(page)).toHaveCount(50);
  await cutActions(page);
  await page.getByRole("button", { name: "Load more" }).click();
  await expect(alert(page)).toBeVisible();
  await page.unrouteAll();
  await alert(page).getByRole("button", { name: "Retry" }).click();
  await expect(rows(page)).toHaveCount(100);
  await expect(alert(page)).toHaveCount(0);
});

test("a file of rates that is refused names the line and what is wrong there, and nothing is taken", async ({
  page,
  wye,
}) => {
  await page.goto("/prices/currencies");
  const take = async (name: string, text: string, format: string) => {
    const file = path.join(wye.dataDir, name);
    await writeFile(file, text);
    await choose(page, "Format", format);
    await field(page, "File").setInputFiles(file);
    await page.getByRole("button", { name: "Import", exact: true }).click();
  };
  const CSV = "CSV: base, quote, day, rate";
  await take("zero.csv", "base,quote,day,rate\nEUR,USD,2026-01-02,1.2\nEUR,CNY,2026-01-02,0\n", CSV);
  await expect(alert(page)).toHaveText("Line 3: A number above zero, such as 7.2451. Nothing was taken.");
  await take("day.csv", "base,quote,day,rate\nEUR,USD,2026-02-30,1.2\n", CSV);
  await expect(alert(page)).toHaveText("Line 2: A day such as 2026-01-31. Nothing was taken.");
  await take("columns.csv", "from,to,day,rate\nEUR,USD,2026-01-02,1.2\n", CSV);
  await expect(alert(page)).toHaveText(
    "Line 1 must name the columns base, quote, day and rate. Nothing was taken.",
  );
  await take("other.xml", "<html></html>", "European Central Bank");
  await expect(alert(page)).toHaveText(
    "This is no file of the European Central Bank's rates. Nothing was taken.",
  );
  await page.reload();
  await expect(page.getByText("No exchange rate yet")).toBeVisible();
});

test("a price is set for one key, says for which, and is the one shown of the model", async ({ page }) => {
  await page.goto(`/prices/set?vendor=openai&model=${MODEL}`);
  await page.getByRole("combobox", { name: "Key" }).click();
  await expect(page.getByRole("option")).toHaveText(["All keys", "openai …test"]);
  await page.getByRole("option", { name: "openai …test" }).click();
  await choose(page, "Vendor", "Anthropic");
  await expect(page.getByRole("combobox", { name: "Key" })).toHaveCount(0);
  // In the currency of its own price list, or in none that is guessed.
  for (const [vendor, currency] of [
    ["Alibaba Qwen", "CNY"],
    ["OpenAI-compatible endpoint", ""],
  ] as const) {
    await choose(page, "Vendor", vendor);
    await expect(field(page, "Currency")).toHaveValue(currency);
  }
  await choose(page, "Vendor", "OpenAI");
  // Another vendor's calls are made with other keys, so the choice is gone.
  await expect(page.getByRole("combobox", { name: "Key" })).toHaveText("All keys");
  await choose(page, "Key", "openai …test");
  await field(page, "Fresh input").fill("0.5");
  await field(page, "Output").fill("2");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("button", { name: "Save this price" }).click();
  const row = page.getByRole("row").filter({ hasText: MODEL });
  await expect(row).toContainText("Key …test");
  await expect(row).toContainText("$0.50");

  await page.goto(`/models?search=openai/${MODEL}`);
  const shown = page.locator("main tbody tr").filter({ hasText: `openai/${MODEL}` });
  await expect(shown).toContainText("$0.50");
  await expect(shown).toContainText("$2.00");
});

test("its looks", async ({ browser, ownerState, wye }) => {
  test.setTimeout(600_000);
  await inspect(browser, wye.url, ownerState, [
    {
      name: "prices-load-failed",
      path: "/prices",
      ready: (page) => page.getByRole("table"),
      failing: /ERR_FAILED|ERR_CONNECTION/,
      prepare: async (page) => {
        await cutActions(page);
        await page.locator("thead button").first().click();
        await expect(alert(page)).toBeVisible();
        await page.unrouteAll();
      },
    },
    {
      name: "prices-rates-refused",
      path: "/prices/currencies",
      ready: (page) => page.locator("input[type=file]"),
      prepare: async (page) => {
        const file = {
          name: "rates.csv",
          mimeType: "text/csv",
          buffer: Buffer.from("Date, USD\nnever, 1\n"),
        };
        await page.locator("input[type=file]").setInputFiles(file);
        await page.locator("form:has(input[type=file]) button[type=submit]").click();
        await expect(alert(page)).toBeVisible();
        await alert(page).scrollIntoViewIfNeeded();
      },
    },
  ]);
});
