import { expect, type Locator, type Page } from "@playwright/test";
import { callsOf } from "./support/calls-of";
import { ChatPage } from "./support/chat-page";
import { gate } from "./support/gate";
import { roomPastEnd } from "./support/room-past-end";
import { SAMPLE_ANSWERS } from "./support/sample-answers";
import { saved } from "./support/saved";
import { test } from "./support/test";

// A worker of its own: what is chosen in another file would be what a new chat begins with here.
test.use({ models: ["gpt-4o-mini", "o4-mini", "plain-1", "plain-2", "plain-3", "inline-think", "plain-4"] });

const FAST = "gpt-4o-mini";
const SLOW = "o4-mini";
const PROOF = "Prove by induction that the sum of the first n odd numbers is n squared. Show every step.";

const THOROUGH = `${SAMPLE_ANSWERS.en.text}\n\nThe thorough answer.`;

const button = (where: Page | Locator, name: string | RegExp): Locator =>
  where.getByRole("button", { name, exact: typeof name === "string" });
const chips = (page: Page): Locator =>
  page.getByRole("region", { name: "Compare", exact: true }).getByRole("listitem");
const group = (page: Page, count: number): Locator =>
  page.getByRole("article", { name: `${count} answers side by side` });

/** Adds a mode or a model to what the next question goes to. */
async function add(page: Page, search: string): Promise<void> {
  await button(page, "Add a model or mode").click();
  await page.getByPlaceholder("Search models").fill(search);
  await expect(page.getByRole("option").first()).toHaveAttribute("aria-selected", "true");
  await page.getByPlaceholder("Search models").press("Enter");
  await expect(page.getByPlaceholder("Search models")).toBeHidden();
}

test("a new chat is in Auto, which picks the mode, says so, and tells why on demand", async ({
  page,
  upstream,
}) => {
  const chat = new ChatPage(page);
  await chat.open();
  await expect(chat.picker).toHaveAccessibleName("Model: Auto");
  await chat.picker.click();
  const options = page.getByRole("group", { name: "Modes" }).getByRole("option");
  await expect(options).toHaveText([/^Auto/, /^Knowledge/, /^Reasoning/]);
  await expect(options.first()).toContainText("picks Knowledge or Reasoning");
  await page.keyboard.press("Escape");

  upstream.script(SLOW, { text: "By induction on n.", reasoning: "n = 1 first.", outputTokens: 400 });
  upstream.script(FAST, { text: "Paris." });
  await chat.ask(PROOF);
  await chat.answered(1);
  await expect(chat.lastAnswer.locator("footer")).toContainText("Reasoning · ");
  expect(callsOf(upstream, SLOW)).toHaveLength(1);

  await test.step("by the keyboard: who decided, why, and what the other way would have cost", async () => {
    const why = button(chat.lastAnswer, "Why?");
    await why.focus();
    await page.keyboard.press("Enter");
    const panel = page.getByRole("dialog", { name: "Why this answer came from here" });
    await expect(panel).toContainText("Auto chose Reasoning.");
    await expect(panel).toContainText(/Reasoning: .*a proof.*\d\d%/);
    await expect(panel).toContainText("Expected≈ $");
    await expect(panel).toContainText(/It took\$0\.\d+ · /);
    await expect(panel).toContainText(/With Knowledgewould have cost ≈ \$0\.\d+/);
    await page.keyboard.press("Escape");
    await expect(panel).toBeHidden();
    await expect(why).toBeFocused();
  });

  await test.step("a simple question in the same chat goes to Knowledge", async () => {
    await page.goto("/");
    await chat.ask("What is the capital of France?");
    await chat.answered(1);
    await expect(chat.lastAnswer.locator("footer")).toContainText("Knowledge · ");
    await button(chat.lastAnswer, "Why?").click();
    await expect(page.getByRole("dialog")).toContainText("Auto chose Knowledge.");
    await page.keyboard.press("Escape");
  });
});

test("one click asks the other way, side by side; one of both goes on, and the chat remembers", async ({
  page,
  upstream,
}) => {
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("Knowledge");
  upstream.script(FAST, { text: "The quick answer." });
  upstream.script(SLOW, { text: THOROUGH });
  await chat.ask("Why is the sky blue?");
  await chat.answered(1);
  await button(chat.lastAnswer, "Also ask in Reasoning, side by side").click();
  await chat.answered(2);
  await expect(chat.answers.nth(0)).toContainText("The quick answer.");
  await expect(chat.answers.nth(1)).toContainText("The thorough answer.");
  const [left, right] = [await chat.answers.nth(0).boundingBox(), await chat.answers.nth(1).boundingBox()];
  expect(right?.y).toBe(left?.y);
  expect(right?.x).toBeGreaterThan((left?.x ?? 0) + (left?.width ?? 0) - 1);
  await expect(chat.picker).toHaveAccessibleName("Model: Knowledge");

  await test.step("a refresh shows both again", async () => {
    await page.reload();
    await expect(group(page, 2)).toBeVisible();
    await expect(chat.answers).toHaveCount(2);
    await expect(chat.answers.nth(1).locator(".katex").first()).toBeAttached();
    expect(await group(page, 2).evaluate(roomPastEnd)).toBe(0);
  });

  await test.step("the one that is picked is the chat's, also after a refresh", async () => {
    await button(chat.answers.nth(1), "Go on with this one").click();
    await expect(chat.answers).toHaveCount(1);
    await expect(chat.lastAnswer).toContainText("The thorough answer.");
    await expect(chat.picker).toHaveAccessibleName("Model: Reasoning");
    await expect(chat.composer).toBeFocused();
    await page.reload();
    await expect(chat.lastAnswer).toContainText("The thorough answer.");
    await expect(chat.answers).toHaveCount(1);
  });

  await test.step("the next question follows it", async () => {
    upstream.script(SLOW, { text: "And at night?" });
    await chat.ask("Go on");
    await chat.answered(2);
    expect(callsOf(upstream, SLOW).at(-1)?.messages).toMatchObject([
      { content: "Why is the sky blue?" },
      { content: THOROUGH },
      { content: "Go on" },
    ]);
  });

  await test.step("both can be seen again, and the other one taken", async () => {
    await button(chat.answers.first(), "Show 2 answers side by side").click();
    await expect(group(page, 2)).toContainText("The chat goes on from here");
    await button(group(page, 2), "Fold to one answer").click();
    await expect(group(page, 2)).toHaveCount(0);
  });
});

test("a question goes to four at once: each with its time and cost; one is stopped, one failed and asked again", async ({
  page,
  upstream,
}) => {
  const { released, release } = gate();
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("Auto");
  await button(page, "Compare answers").click();
  await expect(chips(page)).toHaveText(["Knowledge", "Reasoning", "Add"]);
  await add(page, "openai-compatible/plain-1");
  await add(page, "openai-compatible/plain-2");
  await expect(chips(page)).toHaveText(["Knowledge", "Reasoning", "plain-1", "plain-2", "Four at most"]);

  const hold = { afterTokens: 2, released };
  upstream.script(FAST, { text: "Fast says one thing.", hold });
  upstream.script(SLOW, { text: "Slow says another thing.", hold });
  upstream.script("plain-1", { text: "Plain one is stopped here.", hold });
  upstream.script("plain-2", { text: "", fault: "bad_request" }, { once: true });
  await chat.ask("Which is the best sort?");
  await expect(chat.answers).toHaveCount(4);
  await expect(chat.answers.nth(0)).toContainText("Fast says");
  await expect(chat.answers.nth(1)).toContainText("Slow says");
  await expect(chat.answers.nth(2)).toContainText("Plain one");
  await expect(chat.answers.nth(3).getByRole("alert")).toContainText("The answer failed");
  await expect(page.getByRole("status").filter({ hasText: "The answer is being written" })).toHaveCount(1);

  await test.step("a refresh in the middle shows all, and they go on", async () => {
    await page.reload();
    await expect(chat.answers).toHaveCount(4);
    for (const [nth, said] of ["Fast says", "Slow says", "Plain one"].entries()) {
      await expect(chat.answers.nth(nth)).toContainText(said);
      await expect(chat.answers.nth(nth)).toHaveAttribute("aria-busy", "true");
    }
    await expect(chat.answers.nth(3).getByRole("alert")).toBeVisible();
  });

  await test.step("one is stopped, and the others are not", async () => {
    await button(chat.answers.nth(2), "Stop plain-1").click();
    await expect(chat.answers.nth(2)).toHaveAttribute("aria-busy", "false");
    await expect(chat.answers.nth(2)).toContainText("Stopped. What was written is kept.");
    await expect(chat.answers.nth(0)).toHaveAttribute("aria-busy", "true");
  });

  await test.step("what failed is asked again in its place, while the others go on", async () => {
    upstream.script("plain-2", { text: "Plain two, after all." });
    await button(chat.answers.nth(3), "Retry").click();
    await expect(chat.answers.nth(3)).toContainText("Plain two, after all.");
    await expect(chat.answers).toHaveCount(4);
  });

  release();
  await expect(chat.answers.nth(0)).toContainText("Fast says one thing.");
  await expect(chat.answers.nth(1)).toContainText("Slow says another thing.");
  await expect(chat.answers.nth(1)).toHaveAttribute("aria-busy", "false");
  await expect(chat.answers.nth(0).locator("footer")).toContainText(/\$0\.\d+/);
  await expect(chat.answers.nth(0).locator("header")).toContainText(/\d+(\.\d+)?(ms|s)$/);
  expect(callsOf(upstream, "plain-1")).toHaveLength(1);

  await test.step("all four stand in one row", async () => {
    const boxes = await Promise.all([0, 1, 2, 3].map((nth) => chat.answers.nth(nth).boundingBox()));
    expect(new Set(boxes.map((box) => box?.y)).size).toBe(1);
  });

  await test.step("the one that is picked goes on", async () => {
    await button(chat.answers.nth(3), "Go on with this one").click();
    await expect(chat.answers).toHaveCount(1);
    await expect(chat.lastAnswer).toContainText("Plain two, after all.");
    await expect(chat.picker).toHaveAccessibleName("Model: plain-2");
  });
});

test("Stop ends all answers of a comparison, and picking one early stops the rest", async ({
  page,
  upstream,
}) => {
  const { released, release } = gate();
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("Auto");
  await button(page, "Compare answers").click();
  const hold = { afterTokens: 2, released };
  upstream.script(FAST, { text: "Fast says one thing.", hold });
  upstream.script(SLOW, { text: "Slow says another thing.", hold });
  await chat.ask("Once");
  await expect(chat.answers.nth(1)).toContainText("Slow says");
  await chat.stop.click();
  for (const nth of [0, 1]) await expect(chat.answers.nth(nth)).toContainText("Stopped.");
  await expect(chat.stop).toBeHidden();

  upstream.script(FAST, { text: "Done at once." });
  await button(page, "Compare answers").click();
  await chat.ask("Twice");
  const both = group(page, 2).getByRole("article");
  await expect(both.nth(0)).toHaveAttribute("aria-busy", "false");
  await expect(both.nth(1)).toContainText("Slow says");
  await button(both.nth(0), "Go on with this one").click();
  await expect(group(page, 2)).toHaveCount(0);
  await expect(chat.lastAnswer).toContainText("Done at once.");
  await button(chat.lastAnswer, "Show 2 answers side by side").click();
  await expect(both.nth(1)).toContainText("Stopped.");
  release();
});

test("a thumb is given, turned round and taken back, and is there after a refresh", async ({
  page,
  upstream,
}) => {
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("Knowledge");
  upstream.script(FAST, { text: "An answer to be judged." });
  await chat.ask("What do you think?");
  await chat.answered(1);
  const up = button(chat.lastAnswer, "Good answer");
  const down = button(chat.lastAnswer, "Bad answer");
  await saved(page, () => up.click());
  await expect(up).toHaveAttribute("aria-pressed", "true");
  await saved(page, () => down.click());
  await expect(up).toHaveAttribute("aria-pressed", "false");
  await page.reload();
  await expect(down).toHaveAttribute("aria-pressed", "true");
  await saved(page, () => down.click());
  await page.reload();
  await expect(down).toHaveAttribute("aria-pressed", "false");
  await expect(up).toHaveAttribute("aria-pressed", "false");
});

test("where a named model fails another one is offered, or answers if that was allowed", async ({
  page,
  upstream,
}) => {
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("openai-compatible/plain-3");
  upstream.script("plain-3", { text: "", fault: "model_missing" });
  upstream.script(FAST, { text: "I step in." });
  upstream.script(SLOW, { text: "I step in." });
  await chat.ask("Is anybody there?");
  await chat.answered(1);
  await expect(chat.lastAnswer.getByRole("alert")).toContainText("The answer failed");
  await button(chat.lastAnswer, /^Ask /).click();
  await expect(chat.lastAnswer).toContainText("I step in.");
  await chat.answered(1);
  await expect(chat.picker).toHaveAccessibleName("Model: plain-3");

  await button(page, "Settings of this chat").click();
  await page.getByRole("combobox", { name: "If a model you chose fails" }).click();
  await saved(page, () => page.getByRole("option", { name: "Let another model answer" }).click());
  await page.keyboard.press("Escape");
  await chat.ask("And now?");
  await chat.answered(2);
  await expect(chat.lastAnswer).toContainText("I step in.");
  await button(chat.lastAnswer, "Why?").click();
  await expect(page.getByRole("dialog")).toContainText("You chose this model.");
  await expect(page.getByRole("dialog")).toContainText("First triedplain-3: not offered to this key");
});
