import { expect, type Locator, type Page } from "@playwright/test";
import { callsOf } from "./support/calls-of";
import { gate } from "./support/gate";
import { LARGE, SMALL, talk } from "./support/small-context";
import { test } from "./support/test";

// A team of its own: its routing is changed.
test.use({ models: [SMALL, LARGE], wires: { OPENAI_COMPATIBLE: "openai" } });

const card = (page: Page): Locator =>
  page.locator("article").filter({ has: page.getByRole("button", { name: /Summary of .*4 / }) });

async function summariseFirst(page: Page): Promise<void> {
  await page.goto("/router");
  await page
    .getByRole("group", { name: "When a conversation is too long for a model" })
    .getByText("Summarise first")
    .click();
  await page.getByRole("button", { name: "Try on past questions", exact: true }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved. It holds from the next question on.")).toBeVisible();
}

test("what is too long for a model is summarised first where the team wants it so: the answer waits and says so, and the summary stands above its question", async ({
  page,
  upstream,
}) => {
  await summariseFirst(page);
  const chat = await talk(page, upstream, 100);
  const { released, release } = gate();
  upstream.script(SMALL, { fault: "context_length" }, { once: true });
  upstream.script(
    SMALL,
    { text: "Everest 8,849 m, K2 8,611 m.", hold: { afterTokens: 1, released } },
    { once: true },
  );
  upstream.script(SMALL, { text: "Everest is higher." });
  await chat.ask("Which is higher?");
  const notice = page.getByText("Summarising the 4 messages above first");
  await expect(notice).toBeVisible();
  await page.screenshot({ path: "test-results/screens/compaction-writing.png" });
  release();
  await expect(chat.lastAnswer).toContainText("Everest is higher.");
  await expect(card(page)).toBeVisible();
  await page.screenshot({ path: "test-results/screens/compaction-written.png" });
  await expect(notice).toHaveCount(0);
  const [sent] = callsOf(upstream, SMALL).slice(-1);
  expect(sent?.messages.map(({ content }) => content)).toEqual([
    expect.stringMatching(/K2 8,611 m\..*Which is higher\?$/s),
  ]);

  await page.reload();
  await expect(card(page)).toBeVisible();
  await expect(chat.lastAnswer).toContainText("Everest is higher.");
  await expect(page.getByText("This conversation is longer than")).toHaveCount(0);
});
