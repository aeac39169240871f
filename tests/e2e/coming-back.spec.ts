import { expect } from "@playwright/test";
import { callsOf } from "./support/calls-of";
import { ChatPage } from "./support/chat-page";
import { test } from "./support/test";
import { expectWhole, HELD_WORDS, halves, numbered, textOnPage, watchAnswer } from "./support/whole-answer";

const MODEL = "plain-2";
const CHOICE = `openai-compatible/${MODEL}`;

test("a page that is reloaded over and over while the answer streams shows all of it", async ({
  page,
  upstream,
}) => {
  const text = numbered("reload", 300);
  upstream.script(MODEL, { text, tokenDelayMs: 15 });
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose(CHOICE);
  await chat.ask("Count through reloads");
  for (const word of ["reload20", "reload80", "reload140"]) {
    await expect(chat.lastAnswer).toContainText(word);
    await page.reload();
  }
  const wrong = await watchAnswer(page, text);
  await chat.answered();
  await expectWhole(page, text);
  expect(await wrong()).toEqual([]);
});

test("a tab that is closed in the middle: the answer is whole when the chat is opened again", async ({
  page,
  context,
  upstream,
}) => {
  const { text, release, script } = halves("closed");
  upstream.script(MODEL, script);
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose(CHOICE);
  await chat.ask("Count without me");
  await expect(chat.lastAnswer).toContainText(`closed${HELD_WORDS - 1}`);
  const address = page.url();
  await page.close();
  release();
  await expect.poll(() => callsOf(upstream, MODEL).at(-1)?.endedAt ?? null).not.toBeNull();
  const later = await context.newPage();
  await later.goto(address);
  await new ChatPage(later).answered();
  await expectWhole(later, text);
});

test("another chat in the meantime: the answer is whole on the way back, by the list and by the browser's buttons", async ({
  page,
  upstream,
}) => {
  const { text, half, release, script } = halves("switched");
  upstream.script("plain-1", { text: numbered("other", 20) });
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("openai-compatible/plain-1");
  await chat.ask("Something else");
  await chat.answered();
  const other = new URL(page.url()).pathname;
  const row = (path: string) => page.locator(`[data-chat-link][href="${path}"]`);

  upstream.script(MODEL, script);
  await chat.open();
  await chat.choose(CHOICE);
  await chat.ask("Count while I look elsewhere");
  await expect.poll(() => textOnPage(page)).toBe(half);
  const address = new URL(page.url()).pathname;
  await row(other).click();
  await expect.poll(() => textOnPage(page)).toBe(numbered("other", 20));
  await page.goBack();
  await expect.poll(() => textOnPage(page)).toBe(half);
  await expect(chat.lastAnswer).toHaveAttribute("aria-busy", "true");
  await row(other).click();
  await expect.poll(() => textOnPage(page)).toBe(numbered("other", 20));
  release();
  await expect(row(address)).toContainText("Answered");
  await page.goBack();
  await chat.answered();
  await expectWhole(page, text);
  await row(other).click();
  await expect.poll(() => textOnPage(page)).toBe(numbered("other", 20));
  await row(address).click();
  await chat.answered();
  await expectWhole(page, text);
});
