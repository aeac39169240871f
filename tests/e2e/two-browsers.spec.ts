import { expect, type Page } from "@playwright/test";
import { callsOf } from "./support/calls-of";
import { ChatPage } from "./support/chat-page";
import { test } from "./support/network-test";
import { ledgerOf } from "./support/run-wye";
import {
  chatIdOf,
  expectWhole,
  HELD_WORDS,
  halves,
  numbered,
  textOnPage,
  watchAnswer,
} from "./support/whole-answer";

const MODEL = "plain-2";
const PRICED = "gpt-4o-mini";
const CHOICE = `openai-compatible/${MODEL}`;

/** One finished turn, open in both pages. */
async function openInBoth(
  page: Page,
  elsewhere: Page,
  name: string,
  choice = CHOICE,
): Promise<[ChatPage, ChatPage]> {
  const [here, there] = [new ChatPage(page), new ChatPage(elsewhere)];
  await here.open();
  await here.choose(choice);
  await here.ask(`First of ${name}`);
  await here.answered();
  await elsewhere.goto(page.url());
  await there.answered();
  return [here, there];
}

test("a turn that is asked in one browser appears in another that shows the chat, word by word, without a touch", async ({
  page,
  elsewhere,
  upstream,
}) => {
  upstream.script(MODEL, { text: "The first answer." });
  const [here, there] = await openInBoth(page, elsewhere, "side by side");
  const second = halves("second");
  upstream.script(MODEL, second.script);
  const before = callsOf(upstream, MODEL).length;
  const wrong = await watchAnswer(page, second.text);
  await here.ask("And then?");
  await expect.poll(() => textOnPage(page)).toBe(second.half);
  await expect.poll(() => textOnPage(elsewhere)).toBe(second.half);
  await expect(there.lastAnswer).toHaveAttribute("aria-busy", "true");
  await expect(there.stop).toBeVisible();
  second.release();
  await here.answered(2);
  await there.answered(2);
  await expectWhole(page, second.text);
  await expectWhole(elsewhere, second.text);
  expect((await wrong()).filter((what) => !what.includes("The first answer."))).toEqual([]);

  await test.step("and the other way round, on the path that both now show", async () => {
    const third = halves("third");
    upstream.script(MODEL, third.script);
    await there.ask("And in the end?");
    await expect.poll(() => textOnPage(page)).toBe(third.half);
    third.release();
    await here.answered(3);
    await there.answered(3);
    await expectWhole(page, third.text);
    await expectWhole(elsewhere, third.text);
  });
  expect(callsOf(upstream, MODEL)).toHaveLength(before + 2);
  const asked = callsOf(upstream, MODEL).at(-1)?.messages ?? [];
  expect(asked.map(({ content }) => content)).toEqual([
    "First of side by side",
    "The first answer.",
    "And then?",
    second.text,
    "And in the end?",
  ]);
});

test("Stop in one browser stops the answer in all, at the vendor's too; what was said is kept, and its price is an estimate", async ({
  page,
  elsewhere,
  upstream,
  wye,
}) => {
  upstream.script(PRICED, { text: "The first answer." });
  const [here, there] = await openInBoth(page, elsewhere, "stopping", `openai/${PRICED}`);
  const { half, said, script } = halves("stopped");
  upstream.script(PRICED, script);
  await here.ask("Go on until I say stop");
  await expect.poll(() => textOnPage(elsewhere)).toBe(half);
  await there.stop.click();
  for (const [chat, at] of [
    [here, page],
    [there, elsewhere],
  ] as const) {
    await chat.answered(2);
    await expect(chat.lastAnswer).toContainText("Stopped. What was written is kept.");
    await expectWhole(at, said);
  }
  // Nobody releases it: only a disconnect can have ended the call.
  await expect.poll(() => callsOf(upstream, PRICED).at(-1)?.disconnectedAt ?? null).not.toBeNull();
  const newest = async () => (await ledgerOf(wye)).find(({ purpose }) => purpose === "chat");
  await expect.poll(newest).toMatchObject({ model: PRICED, outcome: "stopped", status: "estimated" });
  await expect(here.lastAnswer.locator("footer")).toContainText("≈ $");
});

test("a Stop that does not arrive says so, and works when it is tried again", async ({ page, upstream }) => {
  const { half, said, script } = halves("refused");
  upstream.script(MODEL, script);
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose(CHOICE);
  await chat.ask("Go on");
  await expect.poll(() => textOnPage(page)).toBe(half);
  await page.route("**/stop", (route) => route.abort("connectionfailed"));
  await chat.stop.click();
  await expect(page.getByText("The server could not be told to stop")).toBeVisible();
  await expect(chat.lastAnswer).toHaveAttribute("aria-busy", "true");
  await page.unroute("**/stop");
  await chat.stop.click();
  await chat.answered();
  await expect(chat.lastAnswer).toContainText("Stopped.");
  await expectWhole(page, said);
});

test("a Stop whose response is lost has stopped the answer all the same", async ({
  page,
  network,
  upstream,
}) => {
  const { half, said, script } = halves("lost-stop");
  upstream.script(MODEL, script);
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose(CHOICE);
  await chat.ask("Go on");
  await expect.poll(() => textOnPage(page)).toBe(half);
  network.loseAnswers("POST", `/api/chat/${chatIdOf(page)}/stop`, 2);
  await chat.stop.click();
  await chat.answered();
  await expect(chat.lastAnswer).toContainText("Stopped.");
  await expect(page.getByText("The server could not be told to stop")).toHaveCount(0);
  await expectWhole(page, said);
});

test("two tabs that were open beside each other: what one asks, the other shows, and both list it", async ({
  page,
  context,
  upstream,
}) => {
  upstream.script(MODEL, { text: "The first answer." });
  const tab = await context.newPage();
  const [, there] = await openInBoth(page, tab, "tabs");
  const { text, release, script } = halves("tabs");
  upstream.script(MODEL, script);
  await there.ask("In the second tab");
  const row = page.locator(`[data-chat-link][href="/chat/${chatIdOf(page)}"]`);
  await expect(row).toContainText("An answer is being written");
  await expect.poll(() => textOnPage(page)).toBe(numbered("tabs", HELD_WORDS));
  release();
  await new ChatPage(page).answered(2);
  await expectWhole(page, text);
});
