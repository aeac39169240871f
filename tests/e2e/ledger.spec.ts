import { expect, type Page } from "@playwright/test";
import { ChatPage } from "./support/chat-page";
import { expectedCost, sumOf } from "./support/expected-cost";
import { ledgerOf, runWye } from "./support/run-wye";
import { signIn } from "./support/sign-in";
import { test } from "./support/test";

const MODELS = [
  { name: "openai/gpt-4o-mini", vendor: "openai" },
  { name: "chat/gpt-4.1", vendor: "openai" },
  { name: "anthropic/claude-sonnet-4-5", vendor: "anthropic" },
  { name: "google/gemini-2.5-flash", vendor: "google" },
  { name: "deepseek/deepseek-reasoner", vendor: "deepseek" },
  { name: "xai/grok-3", vendor: "xai" },
  { name: "openai-compatible/home-made", vendor: "openai-compatible" },
] as const;

const idOf = (name: string): string => name.slice(name.indexOf("/") + 1);

test.use({
  wires: {
    OPENAI: "responses",
    ANTHROPIC: "anthropic",
    GOOGLE: "gemini",
    DEEPSEEK: "deepseek",
    XAI: "xai",
    OPENAI_COMPATIBLE: "openai",
  },
  models: MODELS.map(({ name }) => idOf(name)),
});

test("the ledger is the upstream's own count at the shipped prices, to the last digit", async ({
  page,
  upstream,
  wye,
}) => {
  const add = ["provider", "add", "--instance"];
  await runWye(
    wye,
    ...add,
    "--vendor",
    "openai",
    "--name",
    "chat",
    "--base-url",
    upstream.baseUrl("openai"),
    "--api-key",
    "good-key-of-chat",
  );
  await runWye(wye, ...add, "--vendor", "demo");
  const chat = new ChatPage(page);
  await chat.open();

  for (const [turn, { name, vendor }] of MODELS.entries()) {
    upstream.script(idOf(name), {
      reasoning: "Let me see.",
      text: `Answer number ${turn}.`,
      inputTokens: 1237 + 101 * turn,
      cacheReadTokens: 511 + turn,
      cacheWriteTokens: vendor === "anthropic" ? 129 : 0,
      outputTokens: 345 + 7 * turn,
      reasoningTokens: 77 + turn,
    });
    await chat.choose(name);
    await chat.ask(`Question number ${turn}`);
    await chat.answered(turn + 1);
    await expect(chat.lastAnswer).toContainText(`Answer number ${turn}.`);
  }
  await chat.choose("demo/wye-demo");
  await chat.ask("What are you?");
  await chat.answered(MODELS.length + 1);
  await expect(chat.lastAnswer).toContainText("demo model");

  const rows = await test.step("each row is one call of the upstream's", async () => {
    const called = () => upstream.calls.filter(({ model, endedAt }) => model !== null && endedAt !== null);
    // An answer to each question, and one title.
    await expect.poll(() => called().length).toBe(MODELS.length + 1);
    const ledger = await ledgerOf(wye);
    const real = ledger.filter(({ vendor }) => vendor !== "demo").toReversed();
    expect(real).toHaveLength(called().length);
    for (const { name, vendor } of MODELS) {
      const mine = real.filter(({ model }) => model === idOf(name));
      const theirs = called().filter(({ model }) => model === idOf(name));
      expect(
        mine.map(({ usage }) => usage),
        name,
      ).toEqual(theirs.map(({ billed }) => billed));
      for (const row of mine) {
        expect(row.cost, name).toBe(expectedCost(vendor, row.model, row.usage)?.cost ?? null);
        expect(row.currency, name).toBe(expectedCost(vendor, row.model, row.usage)?.currency ?? null);
        expect(row.status, name).toBe(row.cost === null ? "unpriced" : "exact");
      }
    }
    return ledger;
  });

  await test.step("the page's totals are the sums of its rows", async () => {
    await page.goto("/usage");
    await expect(page.getByRole("row")).toHaveCount(rows.length + 1);
    const shown = await exactAmounts(page, page.getByRole("table").getByRole("button", { name: /[$¥]/ }));
    for (const currency of ["USD", "CNY"]) {
      const sum = sumOf(rows.filter((row) => row.currency === currency).map(({ cost }) => cost ?? "0"));
      expect(sumOf(shown.filter((amount) => amount.currency === currency).map(({ value }) => value))).toBe(
        sum,
      );
      const total = page
        .getByRole("region", { name: "Totals" })
        .getByText(`Total in ${currency}`)
        .locator("..");
      const [amount] = await exactAmounts(page, total.getByRole("button"));
      expect(amount).toEqual({ currency, value: sum });
    }
  });

  await test.step("what is invented and what has no price stand apart", async () => {
    const totals = page.getByRole("region", { name: "Totals" });
    const demo = rows.filter(({ vendor }) => vendor === "demo");
    expect(demo).toHaveLength(1);
    await expect(totals.getByText("Demo, invented price").locator("..")).toContainText("1 call");
    const unpriced = rows.filter(({ status }) => status === "unpriced");
    const apart = totals.getByText("Without a price").locator("..");
    await expect(apart).toContainText(`${unpriced.length} call`);
    await expect(apart.getByRole("button")).toHaveText("–");
  });

  await test.step("a row opens to show the arithmetic", async () => {
    const row = page.getByRole("row").filter({ hasText: "claude-sonnet-4-5" });
    await row.getByRole("button", { name: /Show how the cost/ }).click();
    const sum = page.getByRole("table", { name: "How the cost comes about" });
    await expect(sum).toContainText("Cache write");
    const cost = rows.find(({ model }) => model === "claude-sonnet-4-5")?.cost ?? "none";
    await expect(sum.getByRole("row").last()).toContainText(cost);
  });
});

test("a member sees their own calls and nobody else's", async ({ browser, upstream, wye }) => {
  const member = { email: "member@example.com", password: "a member's password" };
  await runWye(
    wye,
    "user",
    "create",
    "--name",
    "Mira",
    "--email",
    member.email,
    "--password",
    member.password,
  );
  await runWye(wye, "team", "add-member", "--email", member.email, "--role", "member");
  const context = await browser.newContext({ baseURL: wye.url, storageState: { cookies: [], origins: [] } });
  const page = await context.newPage();
  await signIn(page, member);
  await page.goto("/usage");
  await expect(page.getByText("No calls yet")).toBeVisible();

  const before = upstream.calls.length;
  upstream.script("gpt-4o-mini", { text: "Hello Mira.", outputTokens: 11 });
  const chat = new ChatPage(page);
  await chat.open();
  await expect(page.getByRole("region", { name: "Chats" }).getByRole("link")).toHaveCount(0);
  await chat.choose("openai/gpt-4o-mini");
  await chat.ask("Good morning");
  await chat.answered();
  await expect(chat.listed("Hello Mira")).toBeVisible();
  expect(upstream.calls.length - before).toBe(2);

  await page.goto("/usage");
  await expect(page.getByText("You see your own calls.")).toBeVisible();
  await expect(page.getByRole("row")).toHaveCount(3);
  await expect(page.getByRole("row").filter({ hasText: "Mira" })).toHaveCount(2);
  const rows = (await ledgerOf(wye)).filter(({ user }) => user === member.email);
  const [total] = await exactAmounts(page, page.getByRole("region", { name: "Totals" }).getByRole("button"));
  expect(total).toEqual({ currency: "USD", value: sumOf(rows.map(({ cost }) => cost ?? "none")) });
  await context.close();
});

/** What the amounts say when they have focus: every digit. */
async function exactAmounts(
  page: Page,
  buttons: ReturnType<Page["getByRole"]>,
): Promise<{ currency: string; value: string }[]> {
  const amounts: { currency: string; value: string }[] = [];
  for (const button of await buttons.all()) {
    await button.focus();
    const tooltip = page.getByRole("tooltip");
    await expect(tooltip).toContainText("Exactly");
    const text = await tooltip.innerText();
    const [, sign = "", value = ""] = /Exactly\s(CN¥|\$)([\d.,]+\d)/.exec(text) ?? [];
    amounts.push({ currency: sign === "$" ? "USD" : "CNY", value: sumOf([value.replaceAll(",", "")]) });
    await button.blur();
    await expect(tooltip).toHaveCount(0);
  }
  return amounts;
}
