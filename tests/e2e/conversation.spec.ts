import { expect } from "@playwright/test";
import { callsOf } from "./support/calls-of";
import { ChatPage } from "./support/chat-page";
import { gate } from "./support/gate";
import { ledgerOf } from "./support/run-wye";
import { test } from "./support/test";

test("the picker has the modes first, then models with context and price; a choice belongs to its conversation", async ({
  page,
  upstream,
}) => {
  upstream.script("gpt-4o-mini", { text: "A quick one." });
  upstream.script("plain-2", { text: "A plain one." });
  const chat = new ChatPage(page);
  await chat.open();

  await test.step("order, context length, price", async () => {
    await chat.picker.click();
    const options = page.getByRole("option");
    await expect(options.nth(0)).toContainText("Auto");
    await expect(options.nth(1)).toContainText("Knowledge");
    await expect(options.nth(1)).toContainText("GPT-4o mini");
    await expect(options.nth(2)).toContainText("Reasoning");
    await expect(options.nth(2)).toContainText("o4-mini");
    // Among those used lately, where another test has asked it.
    const mini = page.getByRole("option", { name: /^GPT-4o mini/ }).first();
    await expect(mini).toContainText("GPT-4o mini");
    await expect(mini).toContainText(/128K context · \$0\.15 in · \$0\.60 out/);
    await expect(options.filter({ hasText: "plain-1" }).last()).toContainText("no price known");
  });

  await test.step("arrows and Enter choose", async () => {
    await page.keyboard.type("Knowledge");
    await page.keyboard.press("Enter");
    await expect(chat.picker).toHaveAccessibleName("Model: Knowledge");
    await expect(chat.composer).toBeFocused();
  });

  await chat.ask("Something quick");
  await chat.answered();
  await expect(chat.lastAnswer.locator("footer")).toContainText("Knowledge · GPT-4o mini");
  const first = page.url();

  await test.step("the model changes between turns, and each answer names its own", async () => {
    await chat.choose("openai-compatible/plain-2");
    await chat.ask("Something plain");
    await chat.answered(2);
    await expect(chat.answers.nth(0)).toContainText("Knowledge · GPT-4o mini");
    await expect(chat.answers.nth(1)).toContainText("plain-2");
    await expect(chat.answers.nth(1)).not.toContainText("Knowledge");
  });

  await test.step("another conversation has its own choice", async () => {
    await chat.open();
    await chat.choose("Reasoning");
    await page.goto(first);
    await expect(chat.picker).toHaveAccessibleName("Model: plain-2");
    await chat.open();
    await expect(chat.picker).toHaveAccessibleName("Model: Reasoning");
  });
});

test("a refresh in the middle of an answer, and one after it, lose nothing", async ({ page, upstream }) => {
  const { released, release } = gate();
  const text = "one two three four five six seven eight nine ten";
  const before = callsOf(upstream, "plain-3").length;
  upstream.script("plain-3", { text, hold: { afterTokens: 5, released } }, { once: true });
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("openai-compatible/plain-3");
  await chat.ask("Count to ten");
  await expect(chat.lastAnswer).toContainText("one two three four");
  await page.reload();
  await expect(page.getByText("Count to ten", { exact: true })).toBeVisible();
  await expect(chat.lastAnswer).toContainText("one two three four");
  await expect(chat.lastAnswer).toHaveAttribute("aria-busy", "true");
  await expect(chat.stop).toBeVisible();
  release();
  await chat.answered();
  await expect(chat.lastAnswer).toContainText(text);
  await page.reload();
  await chat.answered();
  await expect(chat.lastAnswer).toContainText(text);
  expect(callsOf(upstream, "plain-3")).toHaveLength(before + 1);
});

test("Stop reaches the upstream, keeps what was written, and accounts for it", async ({
  page,
  upstream,
  wye,
}) => {
  const model = "gpt-4o-mini";
  const before = callsOf(upstream, model).length;
  const stopped = async () =>
    (await ledgerOf(wye)).filter((row) => row.outcome === "stopped" && row.model === model);
  // Other specs may have stopped calls of this model on the same server.
  const earlier = new Set((await stopped()).map(({ id }) => id));
  const { released } = gate();
  upstream.script(
    model,
    { text: "alpha beta gamma delta epsilon", hold: { afterTokens: 3, released } },
    { once: true },
  );
  upstream.script(model, { text: "Greek letters" });
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose(`openai/${model}`);
  await chat.ask("Name Greek letters");
  await expect(chat.lastAnswer).toContainText("alpha beta gamma");
  const call = () => callsOf(upstream, model)[before];
  expect(call()?.disconnectedAt).toBeNull();
  await chat.stop.click();
  await chat.answered();
  // The upstream never goes on by itself here: only a disconnect can have ended its call.
  await expect.poll(() => call()?.disconnectedAt ?? null).not.toBeNull();
  expect(call()?.sentTokens).toBe(3);
  await expect(chat.lastAnswer).toContainText("Stopped. What was written is kept.");
  await page.reload();
  await expect(chat.lastAnswer).toContainText("alpha beta gamma");
  await expect(chat.lastAnswer).not.toContainText("delta");

  const rows = (await stopped()).filter(({ id }) => !earlier.has(id));
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ model, purpose: "chat", status: "estimated", currency: "USD" });
  expect(rows[0]?.usage.output).toBeGreaterThan(0);
  expect(rows[0]?.cost).toMatch(/[1-9]/);
  await expect(chat.lastAnswer.locator("footer")).toContainText("≈ $");

  await test.step("the same question can be asked again", async () => {
    upstream.script(model, { text: "alpha beta gamma delta epsilon" });
    await chat.lastAnswer.getByRole("button", { name: "Answer again", exact: true }).click();
    await expect(chat.lastAnswer).toContainText("epsilon");
    await chat.answered();
    const [first, again] = callsOf(upstream, model).slice(before);
    expect(again?.messages).toEqual(first?.messages);
  });
});

test("a conversation gets a title, and is renamed, deleted and brought back", async ({ page, upstream }) => {
  upstream.script("gpt-4o-mini", { text: "Because of Rayleigh scattering." }, { once: true });
  upstream.script("gpt-4o-mini", { text: "Why the sky is blue" });
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("openai/gpt-4o-mini");
  await chat.ask("Why is the sky blue?");
  await chat.answered();
  await expect(chat.listed("Why the sky is blue")).toBeVisible();

  await test.step("rename", async () => {
    await chat.listed("Why the sky is blue").hover();
    await page.getByRole("button", { name: "Actions for Why the sky is blue" }).click();
    await page.getByRole("menuitem", { name: "Rename" }).click();
    // Two blanks: the tab shows one of them.
    await page.getByLabel("Title of the chat").fill("Blue  sky");
    await page.getByLabel("Title of the chat").press("Enter");
    await expect(chat.listed("Blue sky")).toBeVisible();
    await expect(page).toHaveTitle(/Blue sky/);
    await page.reload();
    await expect(chat.listed("Blue sky")).toBeVisible();
    await expect(page).toHaveTitle(/Blue sky/);
  });

  await test.step("delete, undo", async () => {
    const address = page.url();
    await chat.listed("Blue sky").hover();
    await page.getByRole("button", { name: "Actions for Blue sky" }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await expect(chat.listed("Blue sky")).toHaveCount(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(chat.listed("Blue sky")).toBeVisible();
    await chat.listed("Blue sky").click();
    await expect(page).toHaveURL(address);
    await expect(chat.lastAnswer).toContainText("Because of Rayleigh scattering.");
  });

  await test.step("deleted without undo, it is gone", async () => {
    const address = page.url();
    await chat.listed("Blue sky").focus();
    await page.keyboard.press("Delete");
    await expect(page.getByText("Deleted Blue sky")).toBeVisible();
    await page.goto(address);
    await expect(page.getByRole("heading", { name: "This conversation is not here" })).toBeVisible();
    await expect(chat.listed("Blue sky")).toHaveCount(0);
  });
});

test("after the first answer, New chat opens an empty one, and back leads to what was said", async ({
  page,
  upstream,
}) => {
  upstream.script("plain-1", { text: "The first conversation's answer." });
  upstream.script("plain-2", { text: "The second conversation's answer." });
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("openai-compatible/plain-1");
  await chat.ask("A first question");
  await chat.answered();
  const first = page.url();

  await page.getByRole("link", { name: "New chat" }).first().click();
  await expect(page.getByRole("heading", { name: "What would you like to know?" })).toBeVisible();
  await chat.choose("openai-compatible/plain-2");
  await chat.ask("A second question");
  await chat.answered();
  await expect(page.getByText("A first question")).toHaveCount(0);
  expect(page.url()).not.toBe(first);
  expect(callsOf(upstream, "plain-2").at(-1)?.messages).toEqual([
    { role: "user", content: "A second question" },
  ]);

  await page.goBack();
  await expect(page).toHaveURL(first);
  await expect(page.getByText("The first conversation's answer.")).toBeVisible();
  await page.goForward();
  await expect(page.getByText("The second conversation's answer.")).toBeVisible();
});
