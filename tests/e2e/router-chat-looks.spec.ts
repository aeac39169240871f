import { expect, type Locator, type Page } from "@playwright/test";
import { ChatPage } from "./support/chat-page";
import { gate } from "./support/gate";
import { inspect } from "./support/inspect";
import { SAMPLE_ANSWERS } from "./support/sample-answers";
import { test } from "./support/test";

// Words in the page are in either language: buttons are found by their icons.
const icon = (where: Page | Locator, name: string): Locator =>
  where.locator(`button:has(svg.lucide-${name})`);
const compareButton = (page: Page): Locator => icon(page.locator("form"), "columns-2");
// The answers that are looked at half-written wait for long.
test.use({ settings: { WYE_TOKEN_GAP_TIMEOUT_SECONDS: "3600" } });

const path = (page: Page): string => new URL(page.url()).pathname;
const QUESTION =
  "A farmer has 17 sheep, all but 9 run away. How many are left, and why do people get it wrong?";

async function add(page: Page, model: string): Promise<void> {
  await page.getByRole("button", { name: "Add a model or mode" }).click();
  await page.getByPlaceholder("Search models").fill(model);
  await expect(page.getByRole("option").first()).toHaveAttribute("data-value", model);
  await page.getByPlaceholder("Search models").press("Enter");
}

test("what the router says and offers looks right in both languages and themes, on a desktop and a phone", async ({
  page,
  browser,
  wye,
  ownerState,
  upstream,
}) => {
  test.setTimeout(1_200_000);
  const { text } = SAMPLE_ANSWERS.en;
  const chat = new ChatPage(page);
  const { released, release } = gate();
  upstream.script("gpt-4o-mini", { text: "Nine. “All but nine” means that nine stay.", outputTokens: 40 });
  upstream.script("o4-mini", { text, reasoning: "All but nine run away. So nine stay.", outputTokens: 900 });
  upstream.script("plain-1", { text: "Nine are left." });

  await chat.open();
  await chat.choose("Auto");
  upstream.script("o4-mini", { fault: "rate_limit", retryAfterSeconds: 1 }, { once: true });
  await chat.ask(QUESTION);
  await chat.answered(1);
  const routed = path(page);

  await page.goto("/");
  await chat.choose("Knowledge");
  await chat.ask(QUESTION);
  await chat.answered(1);
  await icon(chat.lastAnswer, "split").click();
  await chat.answered(2);
  const two = path(page);

  await page.goto("/");
  await compareButton(page).click();
  await add(page, "openai-compatible/plain-1");
  await add(page, "openai-compatible/plain-2");
  upstream.script("plain-2", { text: "", fault: "model_missing" });
  await chat.ask(QUESTION);
  await expect(chat.answers).toHaveCount(4);
  await expect(page.locator("article[aria-busy=true]")).toHaveCount(0);
  const four = path(page);

  await page.goto("/");
  await compareButton(page).click();
  await add(page, "openai-compatible/plain-1");
  const hold = { afterTokens: 12, released };
  upstream.script("o4-mini", { text, reasoning: "All but nine run away. So nine stay.", hold });
  upstream.script("plain-1", { text, hold });
  await chat.ask(QUESTION);
  await expect(chat.answers.nth(2)).toContainText(text.slice(0, 12));
  const half = path(page);

  await page.goto("/");
  await chat.choose("openai-compatible/plain-2");
  await chat.ask(QUESTION);
  await chat.answered(1);
  await expect(chat.lastAnswer.getByRole("alert")).toBeVisible();
  const failed = path(page);

  await page.goto("/");
  await chat.choose("Auto");

  const answer = (at: Page): Locator => at.locator("article[aria-busy=false]").last();
  const why = async (at: Page): Promise<void> => {
    await answer(at).locator("footer button[aria-haspopup=dialog]").last().click();
    await expect(at.locator("[role=dialog] dl")).toBeVisible();
  };
  await inspect(browser, wye.url, ownerState, [
    {
      name: "auto-picker",
      path: "/",
      ready: (at) => at.locator("form textarea"),
      prepare: async (at) => {
        await at.locator("form button[aria-haspopup=dialog]").first().click();
        await expect(at.getByRole("option").nth(2)).toBeVisible();
      },
    },
    {
      name: "compare-set",
      path: "/",
      ready: (at) => at.locator("form textarea"),
      prepare: async (at) => {
        await compareButton(at).click();
        await expect(at.locator("form section li")).toHaveCount(3);
      },
    },
    { name: "routed", path: routed, ready: answer },
    { name: "why", path: routed, ready: answer, prepare: why },
    { name: "compare-two", path: two, ready: answer },
    {
      name: "compare-folded",
      path: two,
      ready: answer,
      prepare: async (at) => {
        await icon(at, "rows-2").click();
        await expect(at.locator("article[aria-busy]")).toHaveCount(1);
      },
    },
    { name: "compare-four", path: four, ready: (at) => at.locator("article[aria-busy=false]").first() },
    { name: "compare-half", path: half, ready: (at) => at.locator("article[aria-busy=true]").first() },
    { name: "failed-named", path: failed, ready: (at) => at.getByRole("alert").first() },
    {
      name: "stand-in",
      path: failed,
      ready: (at) => at.locator("form textarea"),
      prepare: async (at) => {
        await icon(at.locator("form"), "sliders-horizontal").click();
        await expect(at.locator("[role=dialog] h2")).toBeVisible();
        await at.locator("[role=dialog] [role=combobox]").last().scrollIntoViewIfNeeded();
      },
    },
  ]);
  release();
});
