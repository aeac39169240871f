import { expect, type Page } from "@playwright/test";
import { USAGE_PAGE_SIZE } from "@/lib/usage/usage-page";
import { inspect } from "./support/inspect";
import { seedCalls } from "./support/seed-calls";
import { test } from "./support/test";

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);
const RECENT = USAGE_PAGE_SIZE + 7;
const OLD = 20;

test.use({ wires: {}, models: [] });

const rows = (page: Page) => page.getByRole("table").getByRole("row");
const total = (page: Page, name: string) =>
  page.getByRole("region", { name: "Totals" }).getByText(name).locator("..");
/** The n-th call has n tokens, at a dollar per million. */
const costOf = (calls: number) => `$${((calls * (calls + 1)) / 2 / 1e6).toFixed(6)}`;

const old = [
  { model: "old", count: OLD, from: daysAgo(80), to: daysAgo(40) },
  { model: "older", count: 5, from: daysAgo(400), to: daysAgo(380), currency: "CNY" },
];

test("a period without calls says so, and where they are", async ({ browser, ownerState, page, wye }) => {
  test.setTimeout(600_000);
  await seedCalls(wye, ...old);
  await page.goto("/usage");
  await expect(page.getByText("There is no call in this period.")).toBeVisible();
  await expect(page.getByRole("table")).toHaveCount(0);
  await inspect(browser, wye.url, ownerState, [
    {
      name: "usage-period-none",
      path: "/usage",
      ready: (shown) => shown.locator("nav [aria-current=page]").last(),
    },
  ]);
  await page.getByRole("navigation", { name: "Period" }).getByRole("link", { name: "90 days" }).click();
  await expect(rows(page)).toHaveCount(1 + OLD);
  await page.goBack();
  await page.getByRole("link", { name: "Show those before it" }).click();
  await expect(rows(page)).toHaveCount(1 + OLD + 5);
});

test("the totals and the list are of the period that is chosen, and the page says which", async ({
  page,
  wye,
}) => {
  await seedCalls(
    wye,
    { model: "recent", count: RECENT, from: daysAgo(20), to: daysAgo(1) },
    {
      model: "recent-demo",
      vendor: "demo",
      count: 3,
      from: daysAgo(9),
      to: daysAgo(8),
      currency: "XDM",
      demo: true,
    },
  );
  await page.goto("/usage");
  const periods = page.getByRole("navigation", { name: "Period" });
  const chosen = periods.locator("[aria-current=page]");
  await expect(chosen).toHaveText("30 days");
  const begin = new Intl.DateTimeFormat("en", { dateStyle: "short", timeZone: "UTC" }).format(daysAgo(30));
  await expect(page.getByText(`Calls and totals since ${begin}`)).toBeVisible();
  await expect(total(page, "Total in USD")).toContainText(`${RECENT} calls`);
  await expect(total(page, "Total in USD")).toContainText(costOf(RECENT));
  await expect(total(page, "Demo, invented price")).toContainText("3 calls");
  await expect(page.getByText("Total in CNY")).toHaveCount(0);
  await page.getByRole("button", { name: "Load more" }).click();
  await expect(rows(page)).toHaveCount(1 + RECENT + 3);
  await expect(page.getByText("These are all calls of this period.")).toBeVisible();

  await periods.getByRole("link", { name: "90 days" }).click();
  await expect(chosen).toHaveText("90 days");
  await expect(page).toHaveURL(/days=90$/);
  await expect(total(page, "Total in USD")).toContainText(`${RECENT + OLD} calls`);
  await page.reload();
  await expect(chosen).toHaveText("90 days");

  await periods.getByRole("link", { name: "All time" }).click();
  await expect(total(page, "Total in CNY")).toContainText("5 calls");
  await page.getByRole("button", { name: "Load more" }).click();
  await expect(rows(page)).toHaveCount(1 + RECENT + 3 + OLD + 5);
  await expect(page.getByText("These are all calls.")).toBeVisible();

  await page.goto("/usage?days=everything");
  await expect(chosen).toHaveText("30 days");
});

test("its looks", async ({ browser, ownerState, wye }) => {
  test.setTimeout(600_000);
  await seedCalls(wye, { model: "unknown", count: 2, from: daysAgo(1), to: daysAgo(0.5), currency: null });
  await inspect(browser, wye.url, ownerState, [
    { name: "usage-period", path: "/usage", ready: (page) => page.getByRole("table") },
    {
      name: "usage-period-all",
      path: "/usage?days=all",
      ready: (page) => page.getByRole("table"),
      prepare: (page) => page.locator("main table tbody tr").last().scrollIntoViewIfNeeded(),
    },
  ]);
});
