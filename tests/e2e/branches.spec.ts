import { expect, type Locator, type Page } from "@playwright/test";
import { callsOf } from "./support/calls-of";
import { ChatPage } from "./support/chat-page";
import { gate } from "./support/gate";
import { inspect } from "./support/inspect";
import { saved } from "./support/saved";
import { test } from "./support/test";

const questionOf = (page: Page, text: string): Locator =>
  page.locator("article").filter({ has: page.getByText(text, { exact: true }) });
/** Beside it a page that loads holds what will take its place. */
const said = (page: Page, text: string): Locator => page.getByRole("article").getByText(text);
const versions = (where: Page | Locator, at: number, count: number): Locator =>
  where.getByRole("group", { name: `Version ${at} of ${count}` });

async function edit(page: Page, from: string, to: string): Promise<void> {
  await questionOf(page, from).hover();
  await questionOf(page, from).getByRole("button", { name: "Edit" }).click();
  await page.getByLabel("Your question, edited").fill(to);
  await page.getByLabel("Your question, edited").press("Enter");
}

async function more(message: Locator, item: string): Promise<void> {
  await message.hover();
  await message.getByRole("button", { name: "More" }).click();
  await message.page().getByRole("menuitem", { name: item }).click();
}

test("an edited question and another answer stand beside the first; everything later stays on its branch", async ({
  page,
  upstream,
}) => {
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("openai-compatible/plain-1");
  upstream.script("plain-1", { text: "The sky is blue." });
  await chat.ask("Sky?");
  await chat.answered(1);
  upstream.script("plain-1", { text: "The sea is salty." });
  await chat.ask("Sea?");
  await expect(chat.lastAnswer).toContainText("The sea is salty.");
  await chat.answered(2);
  upstream.script("plain-1", { text: "The moon is grey." });
  upstream.script("plain-2", { text: "The moon is made of rock." });

  await test.step("Escape leaves the question as it was, and gives the focus back", async () => {
    await questionOf(page, "Sky?").hover();
    await questionOf(page, "Sky?").getByRole("button", { name: "Edit" }).click();
    await expect(page.getByLabel("Your question, edited")).toBeFocused();
    await page.keyboard.type(" Not sent.");
    await page.keyboard.press("Escape");
    await expect(questionOf(page, "Sky?").getByRole("button", { name: "Edit" })).toBeFocused();
  });

  await test.step("an edited question is answered without what followed the first", async () => {
    await edit(page, "Sky?", "Moon?");
    await expect(chat.lastAnswer).toContainText("The moon is grey.");
    await chat.answered(1);
    await expect(page.getByText("Sea?")).toHaveCount(0);
    await expect(versions(page, 2, 2)).toBeVisible();
    expect(callsOf(upstream, "plain-1").at(-1)?.messages).toEqual([{ role: "user", content: "Moon?" }]);
  });

  await test.step("another model answers beside the first answer", async () => {
    await chat.lastAnswer.getByRole("button", { name: "Answer again with another model" }).click();
    await page.getByPlaceholder("Search models").fill("openai-compatible/plain-2");
    await page.getByPlaceholder("Search models").press("Enter");
    await expect(chat.lastAnswer).toContainText("The moon is made of rock.");
    await chat.answered(1);
    await expect(chat.lastAnswer).toContainText("plain-2");
    await expect(chat.picker).toHaveAccessibleName("Model: plain-2");
    await expect(versions(chat.lastAnswer, 2, 2)).toBeVisible();
  });

  await test.step("buttons and arrows walk, the focus stays, and the chat remembers", async () => {
    await versions(chat.lastAnswer, 2, 2).getByRole("button", { name: "Previous version" }).click();
    await expect(chat.lastAnswer).toContainText("The moon is grey.");
    await expect(
      versions(chat.lastAnswer, 1, 2).getByRole("button", { name: "Previous version" }),
    ).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await expect(chat.lastAnswer).toContainText("The moon is made of rock.");
    await versions(questionOf(page, "Moon?"), 2, 2).getByRole("button", { name: "Previous version" }).click();
    await expect(said(page, "The sea is salty.")).toBeVisible();
    await expect(said(page, "The sky is blue.")).toBeVisible();
    await page.reload();
    await expect(said(page, "The sea is salty.")).toBeVisible();
    await expect(versions(page, 1, 2)).toBeVisible();
  });

  await test.step("arrows walk from anywhere but a text", async () => {
    await chat.composer.fill("text");
    await chat.composer.press("ArrowRight");
    await expect(versions(page, 1, 2)).toBeVisible();
    await chat.composer.fill("");
    await chat.composer.blur();
    await page.keyboard.press("ArrowRight");
    await expect(said(page, "The moon is made of rock.")).toBeVisible();
    await page.keyboard.press("ArrowLeft");
    await expect(said(page, "The moon is grey.")).toBeVisible();
  });

  await test.step("a new question goes on from the branch that is shown", async () => {
    upstream.script("plain-2", { text: "Grey as dust." });
    await chat.ask("How grey?");
    await chat.answered(2);
    expect(callsOf(upstream, "plain-2").at(-1)?.messages).toEqual([
      { role: "user", content: "Moon?" },
      { role: "assistant", content: "The moon is grey." },
      { role: "user", content: "How grey?" },
    ]);
  });
});

test("one message is deleted, kept from the model, and brought back as it was", async ({
  page,
  upstream,
}) => {
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("openai-compatible/plain-1");
  upstream.script("plain-1", { text: "First answer." });
  await chat.ask("First question");
  await chat.answered(1);
  upstream.script("plain-1", { text: "Second answer." });
  await chat.ask("Second question");
  await chat.answered(2);

  await more(chat.answers.first(), "Delete");
  await expect(said(page, "First answer.")).toHaveCount(0);
  await expect(said(page, "Second answer.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(said(page, "First answer.")).toBeVisible();
  await expect(chat.answers).toHaveCount(2);

  await more(chat.answers.first(), "Delete");
  await expect(said(page, "First answer.")).toHaveCount(0);
  await page.reload();
  await expect(said(page, "Second answer.")).toBeVisible();
  await expect(said(page, "First answer.")).toHaveCount(0);
  await chat.ask("Third question");
  await chat.answered(2);
  expect(
    callsOf(upstream, "plain-1")
      .at(-1)
      ?.messages.map(({ content }) => content),
  ).not.toContain("First answer.");

  await test.step("a question whose answer is deleted can be answered", async () => {
    await more(chat.lastAnswer, "Delete");
    upstream.script("plain-1", { text: "Third answer, again." });
    await page.getByRole("button", { name: "Answer this question" }).click();
    await expect(chat.lastAnswer).toContainText("Third answer, again.");
  });
});

test("a fork copies what leads to a message, says where it comes from, and leaves the source alone", async ({
  page,
  upstream,
}) => {
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("openai-compatible/plain-1");
  upstream.script("plain-1", { text: "First answer." });
  await chat.ask("First question");
  await chat.answered(1);
  upstream.script("plain-1", { text: "Second answer." });
  await chat.ask("Second question");
  await chat.answered(2);
  const source = page.url();
  await more(chat.answers.first(), "Fork into a new chat");
  await expect(page.getByText("Forked from")).toBeVisible();
  expect(page.url()).not.toBe(source);
  await expect(said(page, "First answer.")).toBeVisible();
  await expect(page.getByText("Second question")).toHaveCount(0);
  upstream.script("plain-1", { text: "Another second answer." });
  await chat.ask("A different question");
  await expect(chat.lastAnswer).toContainText("Another second answer.");
  await page.getByText("Forked from").getByRole("link").click();
  await expect(page).toHaveURL(source);
  await expect(said(page, "Second answer.")).toBeVisible();
  await expect(page.getByText("A different question")).toHaveCount(0);
});

test("while an answer is written its chat's branches stay; afterwards they can be walked", async ({
  page,
  upstream,
}) => {
  const { released, release } = gate();
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("openai-compatible/plain-1");
  upstream.script("plain-1", { text: "First answer." });
  await chat.ask("A question");
  await chat.answered(1);
  upstream.script(
    "plain-1",
    { text: "one two three four", hold: { afterTokens: 2, released } },
    { once: true },
  );
  await chat.lastAnswer.getByRole("button", { name: "Answer again", exact: true }).click();
  await expect(chat.lastAnswer).toContainText("one two");
  await page.keyboard.press("ArrowLeft");
  await expect(questionOf(page, "A question").getByRole("button", { name: "Edit" })).toHaveCount(0);
  await expect(chat.lastAnswer).toContainText("one two");
  release();
  await chat.answered(1);
  await chat.composer.blur();
  await page.keyboard.press("ArrowLeft");
  await expect(chat.lastAnswer).toContainText("First answer.");
});

test("branches look right in both languages and themes, on a desktop and a phone", async ({
  page,
  browser,
  wye,
  ownerState,
  upstream,
}) => {
  test.setTimeout(300_000);
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("openai-compatible/plain-3");
  upstream.script("plain-3", { text: "A first answer." });
  await chat.ask("Why is the sky blue?");
  await chat.answered(1);
  upstream.script("plain-3", { text: "A second answer, which is a little longer than the first." });
  await edit(page, "Why is the sky blue?", "Why is the evening sky red?");
  await expect(chat.lastAnswer).toContainText("A second answer");
  await chat.answered(1);
  await saved(page, () => more(chat.lastAnswer, "Fork into a new chat"));
  await expect(page.getByText("Forked from")).toBeVisible();
  const fork = new URL(page.url()).pathname;
  await page.goBack();
  await expect(versions(page, 2, 2)).toBeVisible();
  const path = new URL(page.url()).pathname;
  const ready = (at: Page) => said(at, "A second answer");
  await inspect(browser, wye.url, ownerState, [
    { name: "branches", path, ready },
    {
      name: "edit",
      path,
      ready,
      prepare: async (at) => {
        await at.locator("article button:has(svg.lucide-pencil)").click({ force: true });
        await expect(at.locator("article textarea")).toBeVisible();
      },
    },
    { name: "fork", path: fork, ready },
  ]);
});
