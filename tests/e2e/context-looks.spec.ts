import { expect, type Locator, type Page } from "@playwright/test";
import { gate } from "./support/gate";
import { inspect } from "./support/inspect";
import { SAMPLE_ANSWERS } from "./support/sample-answers";
import { LARGE, SMALL, talk, way } from "./support/small-context";
import { test } from "./support/test";

test.use({ models: [SMALL, LARGE, "plain-1"], wires: { OPENAI_COMPATIBLE: "openai" } });

test("what makes room looks right in both languages and themes, on a desktop and a phone", async ({
  page,
  browser,
  wye,
  ownerState,
  upstream,
}) => {
  test.setTimeout(900_000);
  const chat = await talk(page, upstream, 2_400);
  const near = new URL(page.url()).pathname;
  const SAMPLE = SAMPLE_ANSWERS.en;

  await talk(page, upstream, 3_500);
  const over = new URL(page.url()).pathname;

  const other = await talk(page, upstream, 2_400);
  const refused = new URL(page.url()).pathname;
  upstream.script(SMALL, { fault: "context_length" }, { once: true });
  await other.ask("Which is higher?");
  await expect(other.lastAnswer).toContainText("This conversation is longer than");

  await talk(page, upstream, 2_400);
  upstream.script(SMALL, { text: SAMPLE.text }, { once: true });
  await way(page, "Compact").click();
  await expect(page.getByText("From here on the model reads this summary")).toBeVisible();
  const whole = new URL(page.url()).pathname;

  await talk(page, upstream, 2_400);
  upstream.script(SMALL, { text: "Everest", fault: "server_error" });
  await way(page, "Compact").click();
  await expect(page.getByText("The summary failed")).toBeVisible();
  upstream.script(SMALL, {});
  const failed = new URL(page.url()).pathname;

  await talk(page, upstream, 2_400);
  const { released } = gate();
  upstream.script(SMALL, { text: "Everest and K2", hold: { afterTokens: 2, released } }, { once: true });
  await way(page, "Compact").click();
  await expect(chat.lastAnswer).toContainText("Everest and");
  await chat.stop.click();
  await expect(page.getByText("The summary was stopped")).toBeVisible();
  const stopped = new URL(page.url()).pathname;

  await page.goto(whole);
  await page.getByRole("article").getByRole("button", { name: "Continue in a new chat" }).click();
  await expect(page.getByText("This chat goes on from the summary.")).toBeVisible();
  const begun = new URL(page.url()).pathname;

  const ready = (at: Page) => at.locator("article").last();
  const click = (button: (at: Page) => Locator, opened: string) => async (at: Page) => {
    await button(at).click();
    await expect(at.locator(opened).first()).toBeVisible();
  };
  const buttons = (at: Page) => at.locator("section:has(> div svg.lucide-gauge) button");
  await inspect(browser, wye.url, ownerState, [
    { name: "context-near", path: near, ready: (at) => buttons(at).first() },
    {
      name: "context-filled",
      path: near,
      ready,
      prepare: click((at) => buttons(at).first(), "[role=dialog] dl"),
    },
    { name: "context-models", path: near, ready, prepare: click((at) => buttons(at).last(), "[role=menu]") },
    { name: "context-over", path: over, ready },
    { name: "context-refused", path: refused, ready },
    { name: "summary", path: whole, ready },
    { name: "summary-stopped", path: stopped, ready },
    { name: "summary-begins", path: begun, ready },
    { name: "summary-failed", path: failed, ready },
    {
      name: "summary-open",
      path: whole,
      ready,
      prepare: click(
        (at) => at.locator("article button[aria-controls]").last(),
        "article [id]:not([hidden]) p",
      ),
    },
    {
      name: "summary-edit",
      path: whole,
      ready,
      prepare: click((at) => at.locator("article button:has(svg.lucide-pencil)").last(), "article textarea"),
    },
  ]);
});
