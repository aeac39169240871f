import { expect, type Locator, type Page } from "@playwright/test";
import type { PriceTerms } from "@/lib/prices/price-input";
import { ChatPage } from "./support/chat-page";
import { inspect } from "./support/inspect";
import { ledgerOf, runWye } from "./support/run-wye";
import { test } from "./support/test";

const MODEL = "home-made";
const NIGHTLY = "nightly-1";

test.use({ wires: { OPENAI: "openai" }, models: [MODEL] });

const field = (page: Page | Locator, label: string) => page.getByLabel(label, { exact: true });
const set = ["price", "set", "--vendor", "openai", "--currency", "USD", "--input", "1", "--output", "2"];
/** So that a price of a later time is one that nothing was called at. */
const FAR = "2999-01-01";

test("a part of the form stays open or closed as the person left it, until something in it is wrong", async ({
  page,
}) => {
  await page.goto(`/prices/set?vendor=openai&model=${MODEL}`);
  await page.getByText("Length, hours, service tiers and minimum").click();
  const minimum = field(page, "Least that a call costs");
  await minimum.fill("0.01");
  await minimum.fill("");
  await expect(minimum).toBeFocused();
  await minimum.fill("-1");

  const sound = page.getByText("Sound, images, searches and requests").first();
  await sound.click();
  const images = field(page, "Images made").first();
  await images.fill("0.04");
  await images.fill("");
  await expect(images).toBeVisible();
  await images.fill("0.05");

  for (const part of [sound, page.getByText("Length, hours, service tiers and minimum")]) await part.click();
  await field(page, "Fresh input").fill("1");
  await field(page, "Output").fill("2");
  await expect(images).toBeHidden();
  await expect(minimum).toBeHidden();
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(minimum).toBeFocused();
  await expect(images).toBeHidden();
});

test("terms have lengths, hours and days of the week of their own, and are changed as they were set", async ({
  page,
  wye,
}) => {
  async function termsNow(): Promise<PriceTerms> {
    const quote = ["price", "--vendor", "openai", "--model", NIGHTLY, "--usage", '{"input":1}', "--json"];
    const team = ["--team", "Platform"];
    return (JSON.parse(await runWye(wye, ...quote, ...team)) as { terms: PriceTerms }).terms;
  }
  await page.goto(`/prices/set?vendor=openai&model=${NIGHTLY}`);
  const plain = page.getByRole("group", { name: "Prices", exact: true });
  await field(plain, "Fresh input").fill("4");
  await field(plain, "Output").fill("8");
  await page.getByText("Length, hours, service tiers and minimum").click();
  await page.getByRole("button", { name: "Add terms" }).click();
  const terms = page.getByRole("group", { name: "Terms 1" });
  await field(terms, "Hours").fill("22:00-06:00");
  await field(terms, "Time zone").fill("Asia/Shanghai");
  const days = terms.getByRole("group", { name: "Days of the week" });
  for (const day of ["Sun", "Sat"]) await days.getByLabel(day).check();
  await field(terms, "Fresh input").fill("2");
  await field(terms, "Output").fill("3");
  await terms.getByRole("button", { name: "Add a length" }).click();
  const length = terms.getByRole("group", { name: "Length 1" });
  await field(length, "Above, tokens").fill("1000");
  await field(length, "Fresh input").fill("2.5");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(field(length, "Output")).toBeFocused();
  await expect(field(length, "Output")).toHaveAccessibleDescription(/Needed/);
  await field(length, "Output").fill("3.5");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("button", { name: "Save this price" }).click();

  const row = page.getByRole("row").filter({ hasText: NIGHTLY });
  await row.getByRole("button", { name: "Show all that this price says" }).click();
  await expect(page.getByText("Calls begun 22:00–06:00 (Asia/Shanghai) · Sat, Sun")).toBeVisible();
  await expect(page.getByText("Prompts above 1,000 tokens")).toBeVisible();
  const hours = { zone: "Asia/Shanghai", windows: [["22:00", "06:00"]], by: "start", days: [6, 7] };
  const perMillion = { input: "2", output: "3" };
  const tiers = [{ above: 1000, perMillion: { input: "2.5", output: "3.5" } }];
  const tariff = { perMillion, tiers, tiersBy: "whole", serviceTier: null };
  const charged = { currency: "USD", perMillion: { input: "4", output: "8" } };
  expect(await termsNow()).toEqual({ ...charged, tariffs: [{ ...tariff, hours }] });

  await page.getByRole("link", { name: "Set a new version" }).click();
  await expect(days.getByLabel("Sat")).toBeChecked();
  await expect(days.getByLabel("Mon")).not.toBeChecked();
  await expect(field(length, "Above, tokens")).toHaveValue("1000");
  await days.getByLabel("Sat").uncheck();
  await field(terms, "Hours").fill("");
  await length.getByRole("button", { name: "Remove this length" }).click();
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("button", { name: "Save this price" }).click();
  await expect(row).toHaveCount(2);
  await row.first().getByRole("button", { name: "Show all that this price says" }).click();
  await expect(page.getByText("Calls begun on Sun (Asia/Shanghai)")).toBeVisible();
  const wholeDay = {
    ...hours,
    days: [7],
    windows: [
      ["00:00", "12:00"],
      ["12:00", "00:00"],
    ],
  };
  expect(await termsNow()).toEqual({
    ...charged,
    tariffs: [{ perMillion, serviceTier: null, hours: wholeDay }],
  });
});

test("past calls are offered a correction only where there is a price for them, and a price where there is none", async ({
  page,
  upstream,
  wye,
}) => {
  upstream.script(MODEL, { text: "Nobody knows.", inputTokens: 10, outputTokens: 5 });
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose(`openai/${MODEL}`);
  await chat.ask("What does this cost?");
  await chat.answered();
  // An answer and a title.
  await expect.poll(async () => (await ledgerOf(wye)).length).toBe(2);

  const entry = page.getByRole("listitem").filter({ hasText: MODEL });
  const [correct, price] = [
    entry.getByRole("link", { name: "Correct them" }),
    entry.getByRole("link", { name: "Set a price" }),
  ];
  await runWye(wye, ...set, "--model", MODEL, "--from", FAR);
  await page.goto("/prices/corrections");
  await expect(price).toBeVisible();
  await expect(correct).toHaveCount(0);

  await runWye(wye, ...set, "--model", MODEL, "--from", "2026-01-01");
  await page.reload();
  await expect(price).toHaveCount(0);
  await correct.click();
  await expect(field(page, "Model")).toHaveValue(MODEL);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("status").filter({ hasText: "2 calls of 2 would be corrected" })).toBeVisible();
});

test("the looks of terms", async ({ browser, ownerState, wye }) => {
  test.setTimeout(600_000);
  await inspect(browser, wye.url, ownerState, [
    {
      name: "price-terms",
      path: "/prices/set?vendor=openai&model=looks",
      ready: (page) => page.locator("form > details > summary").last(),
      prepare: async (page) => {
        await page.locator("form > details > summary").last().click();
        const adders = page.locator("form > details fieldset > button");
        await adders.last().click();
        const terms = page.locator("form > details fieldset fieldset").last();
        await terms.getByRole("button").last().click();
        await page.locator("form input[type=checkbox]").first().check();
        await page.locator("form input[type=checkbox]").first().scrollIntoViewIfNeeded();
      },
    },
  ]);
});
