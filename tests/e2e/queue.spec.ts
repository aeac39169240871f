import { expect, type Page } from "@playwright/test";
import { callsOf } from "./support/calls-of";
import { ChatPage } from "./support/chat-page";
import { gate } from "./support/gate";
import { inspect } from "./support/inspect";
import { test } from "./support/test";

const queueOf = (page: Page) => page.getByRole("region", { name: "Waiting to be sent" });

test("what is sent while an answer streams waits for its end, and can be edited, removed and put back", async ({
  page,
  upstream,
}) => {
  const { released, release } = gate();
  const before = callsOf(upstream, "plain-1").length;
  upstream.script(
    "plain-1",
    { text: "one two three four", hold: { afterTokens: 2, released } },
    { once: true },
  );
  upstream.script("plain-1", { text: "A later answer." });
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("openai-compatible/plain-1");
  await chat.ask("First");
  await expect(chat.lastAnswer).toContainText("one two");
  await chat.ask("Second");
  await chat.ask("Third");
  const waiting = queueOf(page).getByRole("listitem");
  await expect(waiting).toHaveText(["Second", "Third"]);
  await expect(queueOf(page)).toContainText("Sent when this answer is complete");
  expect(callsOf(upstream, "plain-1").slice(before)).toHaveLength(1);

  await test.step("remove, undo", async () => {
    await waiting.first().getByRole("button", { name: "Remove" }).click();
    await expect(waiting).toHaveText(["Third"]);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(waiting).toHaveText(["Second", "Third"]);
  });

  await test.step("edit", async () => {
    await waiting.last().getByRole("button", { name: "Edit" }).click();
    await expect(chat.composer).toHaveValue("Third");
    await expect(chat.composer).toBeFocused();
    await chat.ask("Third, reworded");
    await expect(waiting).toHaveText(["Second", "Third, reworded"]);
  });

  await test.step("a reload keeps the queue", async () => {
    await page.reload();
    await expect(waiting).toHaveText(["Second", "Third, reworded"]);
    await expect(chat.lastAnswer).toHaveAttribute("aria-busy", "true");
  });

  release();
  await chat.answered(3);
  await expect(chat.lastAnswer).toContainText("A later answer.");
  await expect(queueOf(page)).toHaveCount(0);
  const sent = callsOf(upstream, "plain-1")
    .slice(before)
    .map(({ messages }) => messages.map(({ content }) => content));
  const whole = ["First", "one two three four", "Second", "A later answer.", "Third, reworded"];
  for (const length of [1, 3, 5])
    expect(sent.filter((contents) => String(contents) === String(whole.slice(0, length)))).toHaveLength(1);
});

test("a queued message interrupts when the person says so; after a plain Stop it waits", async ({
  page,
  upstream,
}) => {
  const { released, release } = gate();
  upstream.script("plain-2", { text: "one two three four", hold: { afterTokens: 2, released } });
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("openai-compatible/plain-2");
  await chat.ask("First");
  await expect(chat.lastAnswer).toContainText("one two");
  await chat.ask("Second");
  await queueOf(page).getByRole("button", { name: "Stop the answer and send now" }).click();
  await expect(chat.answers.first()).toContainText("Stopped. What was written is kept.");
  await expect(chat.answers).toHaveCount(2);
  await expect(chat.lastAnswer).toContainText("one two");
  await expect(chat.lastAnswer).toHaveAttribute("aria-busy", "true");

  await chat.ask("Third");
  await chat.stop.click();
  await chat.answered(2);
  await expect(queueOf(page)).toContainText("Third");
  upstream.script("plain-2", { text: "The last answer." });
  await queueOf(page).getByRole("button", { name: "Send now" }).click();
  await expect(chat.lastAnswer).toContainText("The last answer.");
  await chat.answered(3);
  release();
});

test("what is sent without a connection is kept, and sent once when it is back", async ({
  page,
  context,
  upstream,
}) => {
  upstream.script("plain-3", { text: "The first answer." });
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("openai-compatible/plain-3");
  await chat.ask("First");
  await chat.answered(1);
  upstream.script("plain-3", { text: "The second answer." });
  await context.setOffline(true);
  await chat.ask("Typed on a train");
  await expect(queueOf(page)).toContainText("No connection. Kept here, and sent when it is back.");
  await context.setOffline(false);
  await expect(chat.lastAnswer).toContainText("The second answer.");
  await chat.answered(2);
  await expect(queueOf(page)).toHaveCount(0);
  const sent = callsOf(upstream, "plain-3").filter(
    ({ messages }) => messages.at(-1)?.content === "Typed on a train",
  );
  expect(sent).toHaveLength(1);
});

test("several chats are answered at once: each shows it in the sidebar, and the tab's title says when one is done", async ({
  page,
  upstream,
}) => {
  const first = gate();
  const second = gate();
  upstream.script(
    "plain-1",
    { text: "one two three", hold: { afterTokens: 2, released: first.released } },
    { once: true },
  );
  upstream.script(
    "plain-2",
    { text: "four five six", hold: { afterTokens: 2, released: second.released } },
    { once: true },
  );
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("openai-compatible/plain-1");
  await chat.ask("A question");
  await expect(chat.lastAnswer).toContainText("one two");
  const address = page.url();
  await page.getByRole("link", { name: "New chat" }).first().click();
  await expect(page.getByRole("heading", { name: "What would you like to know?" })).toBeVisible();
  await chat.choose("openai-compatible/plain-2");
  await chat.ask("Another question");
  await expect(chat.lastAnswer).toContainText("four five");
  const firstRow = page.locator(`[data-chat-link][href="${new URL(address).pathname}"]`);
  const secondRow = page.locator(`[data-chat-link][href="${new URL(page.url()).pathname}"]`);
  await expect(firstRow).toContainText("An answer is being written");
  await expect(secondRow).toContainText("An answer is being written");
  first.release();
  await expect(firstRow).toContainText("Answered");
  await expect(page).toHaveTitle(/^\(1 answered\) /);
  await expect(secondRow).toContainText("An answer is being written");
  await firstRow.click();
  await expect(page.getByText("one two three", { exact: true })).toBeVisible();
  await expect(firstRow).not.toContainText("Answered");
  await expect(page).not.toHaveTitle(/answered/);
  second.release();
  await expect(secondRow).toContainText("Answered");
});

test("the queue looks right in both languages and themes, on a desktop and a phone", async ({
  page,
  browser,
  wye,
  upstream,
}) => {
  test.setTimeout(300_000);
  const { released, release } = gate();
  upstream.script(
    "plain-2",
    { text: "one two three four", hold: { afterTokens: 2, released } },
    { once: true },
  );
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("openai-compatible/plain-2");
  await chat.ask("Count to four");
  await expect(chat.lastAnswer).toContainText("one two");
  await chat.ask("And now backwards, all the way down, one number on each line, in words and in figures");
  await chat.ask("Then stop");
  const path = new URL(page.url()).pathname;
  const state = await page.context().storageState();
  await page.goto("about:blank");
  await inspect(browser, wye.url, state, [
    { name: "queue", path, ready: (at) => at.locator("#content section li").first() },
  ]);
  release();
});
