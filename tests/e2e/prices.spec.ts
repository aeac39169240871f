import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { ChatPage } from "./support/chat-page";
import { inspect } from "./support/inspect";
import { ledgerOf, runWye } from "./support/run-wye";
import { test } from "./support/test";

const MODEL = "home-made";
const today = () => new Date().toISOString().slice(0, 10);

test.use({ wires: { OPENAI: "openai" }, models: [MODEL, "gpt-4o-mini"] });
test.describe.configure({ mode: "serial" });

const field = (page: Page | Locator, label: string) => page.getByLabel(label, { exact: true });
const alert = (page: Page) => page.locator("main").getByRole("alert").filter({ hasText: /\S/ });
const row = (page: Page, model: string) => page.getByRole("row").filter({ hasText: model });

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole("combobox", { name: label }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

test("the price book is searched, filtered and sorted, and a price tells all that it says", async ({
  page,
  wye,
}) => {
  const terms = { tiers: [{ above: 200_000, perMillion: { input: "2", output: "9" } }], minimum: "0.0001" };
  const set = ["price", "set", "--vendor", "alibaba", "--model", "long-thoughts", "--currency", "CNY"];
  await runWye(
    wye,
    ...set,
    "--input",
    "1",
    "--output",
    "4",
    "--terms",
    JSON.stringify(terms),
    "--note",
    "The July list",
  );
  await page.goto("/");
  await page.getByRole("navigation").getByRole("link", { name: "Prices" }).click();
  await expect(page.getByRole("heading", { name: "Prices", level: 1 })).toBeVisible();

  await field(page, "Search models").fill("long-thoughts");
  await expect(page.getByRole("status").filter({ hasText: "1 price" })).toBeVisible();
  const shown = row(page, "long-thoughts");
  await expect(shown).toContainText("By length");
  await expect(shown).toContainText("Minimum");
  await shown.getByRole("button", { name: "Show all that this price says" }).click();
  await expect(page.getByText("Prompts above 200,000 tokens")).toBeVisible();
  await expect(page.getByText("The whole call moves to these prices.")).toBeVisible();
  await expect(page.getByText("Note: The July list")).toBeVisible();

  await field(page, "Search models").fill("no such model");
  await page.getByRole("button", { name: "Show all" }).click();
  await choose(page, "Vendor", "OpenAI");
  await page.getByRole("button", { name: "Output, sort ascending" }).click();
  await page.getByRole("button", { name: "Output, sort descending" }).click();
  await expect(page.getByRole("columnheader", { name: "Output" })).toHaveAttribute("aria-sort", "descending");
  const outputs = async () =>
    (await page.locator("tbody tr td:nth-child(3)").allTextContents()).map((text) =>
      Number(text.replace(/[$,]/g, "")),
    );
  await expect.poll(async () => (await outputs()).length).toBeGreaterThan(5);
  await expect
    .poll(async () => (await outputs()).every((price, at, all) => at === 0 || price <= (all[at - 1] ?? 0)))
    .toBe(true);
});

test("a price is set after it was seen on real calls, and these are corrected with a reason", async ({
  page,
  upstream,
  wye,
}) => {
  upstream.script(MODEL, { text: "Nobody knows what this costs.", inputTokens: 1000, outputTokens: 500 });
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose(`openai/${MODEL}`);
  await chat.ask("What does this cost?");
  await chat.answered();
  const isMine = ({ model, purpose }: { model: string; purpose: string }) =>
    model === MODEL && purpose === "chat";
  await expect.poll(async () => (await ledgerOf(wye)).filter(isMine).length).toBe(1);
  const before = (await ledgerOf(wye)).filter(({ model }) => model === MODEL);

  await page.goto("/prices/corrections");
  const unpriced = page.getByRole("listitem").filter({ hasText: MODEL });
  await expect(unpriced).toContainText("2 calls since");
  await unpriced.getByRole("link", { name: "Set a price" }).click();
  await expect(field(page, "Model")).toHaveValue(MODEL);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(alert(page).filter({ hasText: "fields are not right yet" })).toBeVisible();
  await expect(field(page, "Fresh input")).toBeFocused();
  await field(page, "Fresh input").fill("2");
  await field(page, "Output").fill("-8");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByText("A number such as 0.15, not negative.")).toBeVisible();
  await field(page, "Output").fill("8");
  await field(page, "Valid from (UTC)").fill("2026-01-01");
  await page.getByText("Length, hours, service tiers and minimum").click();
  await page.getByRole("button", { name: "Add a length" }).click();
  await field(page, "Above, tokens").fill("128000");
  const tier = page.getByRole("group", { name: "Length 1" });
  await field(tier, "Fresh input").fill("4");
  await field(tier, "Output").fill("16");
  await page.getByRole("button", { name: "Preview" }).click();
  const preview = page.getByRole("region", { name: "Applied to the last 30 days" });
  await expect(preview).toContainText("They would have cost");
  await expect(preview.getByText("without a price")).toBeVisible();
  await page.getByRole("button", { name: "Save this price" }).click();
  await expect(row(page, MODEL)).toContainText("Set here");
  expect((await ledgerOf(wye)).filter(({ model }) => model === MODEL)).toEqual(before);

  await row(page, MODEL).getByRole("button", { name: "Show all that this price says" }).click();
  await page.getByRole("link", { name: "Correct past calls" }).click();
  await expect(field(page, "Model")).toHaveValue(MODEL);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("status").filter({ hasText: "would be corrected" })).toBeVisible();
  await page.getByRole("button", { name: /^Correct \d+ call/ }).click();
  await expect(alert(page).filter({ hasText: "Say why" })).toBeVisible();
  await field(page, "Reason").fill("The list came late");
  await page.getByRole("button", { name: /^Correct \d+ call/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "This was added" })).toBeVisible();

  const after = await ledgerOf(wye);
  const [mine] = after.filter(isMine).filter(({ corrects }) => corrects === null);
  // 1,000 tokens at 2 and 500 at 8, per million.
  expect(mine).toMatchObject({
    cost: null,
    status: "unpriced",
    corrected: [{ cost: "0.006", currency: "USD" }],
  });

  await page.getByRole("link", { name: "Show it in the ledger" }).click();
  const correction = page.getByRole("row").filter({ hasText: "Correction" }).first();
  await correction.getByRole("button", { expanded: false }).first().click();
  await expect(page.getByText("Reason: The list came late").first()).toBeVisible();
  await page.getByRole("link", { name: "Show the call that it corrects" }).first().click();
  await expect(page.getByText("The list begins with one call")).toBeVisible();
  await expect(page.getByText("This call was corrected later.").first()).toBeVisible();
});

test("a price is withdrawn, and put back by undo", async ({ page }) => {
  await page.goto(`/prices?search=${MODEL}`);
  await row(page, MODEL).getByRole("button", { name: "Show all that this price says" }).click();
  await page.getByRole("button", { name: "Withdraw" }).click();
  await expect(page.getByRole("heading", { name: "No price matches" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row(page, MODEL)).toContainText("$2.00");
});

test("costs are shown in the team's own currency, with the rate and its day", async ({ page, wye }) => {
  await page.goto("/prices/currencies");
  await choose(page, "Reporting currency of Platform", "EUR – Euro");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Costs are shown in EUR too")).toBeVisible();
  await page.goto("/usage");
  await expect(page.getByRole("region", { name: "Totals" })).toContainText("No rate to EUR");

  await page.goto("/prices/currencies");
  await field(page, "One unit of").fill("EUR");
  await field(page, "is worth").fill("0");
  await field(page, "in").fill("USD");
  await field(page, "Day").fill("2026-01-01");
  await page.getByRole("button", { name: "Save the rate" }).click();
  await expect(page.getByText("A number above zero")).toBeVisible();
  await field(page, "is worth").fill("1.25");
  await page.getByRole("button", { name: "Save the rate" }).click();
  await expect(row(page, "1 EUR = 1.25 USD")).toContainText("Entered");

  const file = path.join(wye.dataDir, "eurofxref.csv");
  await writeFile(file, `Date, USD, CNY, \n${today()}, 1.20, 8.10, \n`);
  await field(page, "File").setInputFiles(file);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText("2 rates taken")).toBeVisible();
  await expect(row(page, "1 EUR = 1.2 USD")).toContainText("European Central Bank");
  await row(page, "1 EUR = 8.1 CNY").getByRole("button").click();
  await expect(row(page, "1 EUR = 8.1 CNY")).toHaveCount(0);

  await page.goto("/usage");
  const totals = page.getByRole("region", { name: "Totals" });
  await expect(totals.getByText("All in EUR").locator("..")).toContainText("€");
  await expect(totals.getByText("Total in USD").locator("..")).toContainText(/at 1 EUR = 1\.2 USD of/);
});

test("looks", async ({ browser, ownerState, wye }) => {
  test.setTimeout(600_000);
  const heading = (page: Page) => page.locator("h1").first();
  const name = { en: "Show all that this price says", "zh-CN": "查看此价格的全部内容" };
  await inspect(browser, wye.url, ownerState, [
    { name: "prices", path: "/prices", ready: (page) => page.getByRole("table") },
    {
      name: "prices-open",
      path: "/prices?search=long-thoughts",
      ready: (page) => page.getByRole("table"),
      prepare: async (page) => {
        const opener = page.getByRole("button", { name: new RegExp(`${name.en}|${name["zh-CN"]}`) });
        await opener.first().click();
        await expect(page.locator("tbody dl").first()).toBeVisible();
      },
    },
    {
      name: "prices-none",
      path: "/prices?search=nothing-like-it",
      ready: (page) => page.locator("h2").first(),
    },
    {
      name: "prices-set",
      path: "/prices/set?vendor=alibaba",
      ready: heading,
      prepare: async (page) => {
        await page.locator("form button[type=submit]").click();
        await expect(alert(page).first()).toBeVisible();
      },
    },
    {
      name: "prices-advanced",
      path: `/prices/set?vendor=openai&model=${MODEL}`,
      ready: heading,
      prepare: async (page) => {
        await page.locator("form > details > summary").click();
        const adders = page.locator("form > details fieldset > button");
        await adders.nth(0).click();
        await adders.nth(1).click();
        await adders.nth(1).scrollIntoViewIfNeeded();
      },
    },
    {
      name: "prices-preview",
      path: `/prices/set?vendor=openai&model=${MODEL}`,
      ready: heading,
      prepare: async (page) => {
        const inputs = page.locator("fieldset").first().locator("input");
        await inputs.nth(0).fill("3");
        await inputs.nth(1).fill("12");
        await page.locator("form button[type=submit]").click();
        await expect(page.locator("form section")).toBeVisible();
        await page.locator("form section").scrollIntoViewIfNeeded();
      },
    },
    {
      name: "prices-corrections",
      path: `/prices/corrections?vendor=openai&model=${MODEL}`,
      ready: heading,
      prepare: async (page) => {
        await page.locator("form button[type=submit]").click();
        await expect(page.locator("form [role=status]")).toBeVisible();
      },
    },
    { name: "prices-currencies", path: "/prices/currencies", ready: (page) => page.getByRole("table") },
    { name: "usage-corrected", path: "/usage", ready: (page) => page.getByRole("table") },
  ]);
});
