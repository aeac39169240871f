import { expect } from "@playwright/test";
import type { Wye } from "@/tests/support/server";
import { callsOf } from "./support/calls-of";
import { ChatPage } from "./support/chat-page";
import { inspect } from "./support/inspect";
import { test } from "./support/network-test";
import { ledgerOf } from "./support/run-wye";
import { expectWhole, HELD_WORDS, halves, numbered, textOnPage, watchAnswer } from "./support/whole-answer";

const MODEL = "plain-1";
const CHOICE = `openai-compatible/${MODEL}`;

/** Where a page went on reading: positions in the answer, 0 for its beginning. */
const resumedAt = (asked: readonly string[]): number[] =>
  asked
    .filter((what) => what.startsWith("GET") && what.includes("/stream"))
    .map((what) => Number(/after=(\d+)/.exec(what)?.[1] ?? 0));

const pricedAnswers = async (wye: Wye): Promise<number> =>
  (await ledgerOf(wye)).filter(({ model, purpose }) => model === MODEL && purpose === "chat").length;

test("a connection that is cut again and again: the answer goes on from the very word, and is paid for once", async ({
  page,
  network,
  upstream,
}) => {
  const text = numbered("cut", 300);
  upstream.script(MODEL, { text, tokenDelayMs: 15 });
  const before = callsOf(upstream, MODEL).length;
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose(CHOICE);
  const wrong = await watchAnswer(page, text);
  await chat.ask("Count, whatever happens");
  for (const word of ["cut30", "cut90", "cut150", "cut210"]) {
    await expect(chat.lastAnswer).toContainText(word);
    network.cut();
  }
  await chat.answered();
  await expectWhole(page, text);
  expect(await wrong()).toEqual([]);
  const positions = resumedAt(network.asked);
  expect(positions.length).toBeGreaterThanOrEqual(4);
  for (const position of positions) expect(position).toBeGreaterThan(text.indexOf("cut30"));
  expect(callsOf(upstream, MODEL)).toHaveLength(before + 1);
});

test("without a network: the page says so, and goes on by itself when there is one, also if the answer ended meanwhile", async ({
  page,
  context,
  network,
  upstream,
}) => {
  const { text, release, script } = halves("offline");
  upstream.script(MODEL, script);
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose(CHOICE);
  const wrong = await watchAnswer(page, text);
  await chat.ask("Count in a tunnel");
  await expect(chat.lastAnswer).toContainText(`offline${HELD_WORDS - 1}`);
  await context.setOffline(true);
  // What is on its way would still arrive.
  network.cut();
  const notice = page.getByRole("status").filter({ hasText: "You are offline" });
  await expect(notice).toBeVisible();
  await expect(notice.getByRole("button", { name: "Try now" })).toBeVisible();
  release();
  await expect.poll(() => callsOf(upstream, MODEL).at(-1)?.endedAt ?? null).not.toBeNull();
  await expect(chat.lastAnswer).not.toContainText(`offline${HELD_WORDS}`);
  await context.setOffline(false);
  await chat.answered();
  await expect(notice).toHaveCount(0);
  await expectWhole(page, text);
  expect(await wrong()).toEqual([]);
});

test("an answer is read without the part of the program that formats it, which comes when there is a network", async ({
  page,
  upstream,
}) => {
  upstream.script(MODEL, { text: "Plain words, and **bold** ones." });
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose(CHOICE);
  await chat.composer.focus();
  await page.waitForLoadState("networkidle");
  await page.route("**/_next/static/**", (route) => route.abort("internetdisconnected"));
  await chat.ask("Say it boldly");
  await chat.answered();
  await expect(chat.lastAnswer).toContainText("Plain words, and **bold** ones.");
  await page.unroute("**/_next/static/**");
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(chat.lastAnswer.locator("strong")).toHaveText("bold");
});

test("while the server is away the page goes on trying, however long, and at once when the person wants it", async ({
  page,
  network,
  upstream,
}) => {
  await page.clock.install();
  const { text, release, script } = halves("away");
  upstream.script(MODEL, script);
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose(CHOICE);
  await chat.ask("Count through an outage");
  await expect(chat.lastAnswer).toContainText(`away${HELD_WORDS - 1}`);
  network.fail();
  const notice = page.getByRole("status").filter({ hasText: "The server cannot be reached" });
  await expect(notice).toBeVisible();
  for (let minute = 0; minute < 10; minute++) await page.clock.fastForward(60_000);
  await expect(notice).toBeVisible();
  await expect(chat.lastAnswer).toContainText(`away${HELD_WORDS - 1}`);

  network.restore();
  await notice.getByRole("button", { name: "Try now" }).click();
  await expect(notice).toHaveCount(0);
  await expect(chat.lastAnswer).toHaveAttribute("aria-busy", "true");
  release();
  await chat.answered();
  await expectWhole(page, text);
});

const SLEEPS = [
  { name: "a minute of silence, in which pings are missing", sleptMs: 60_000, woken: false },
  { name: "half a minute, and then somebody looks", sleptMs: 25_000, woken: true },
];

for (const { name, sleptMs, woken } of SLEEPS) {
  test(`a connection that died without a word while a phone slept is given up, and the answer goes on: ${name}`, async ({
    page,
    network,
    upstream,
  }) => {
    await page.clock.install();
    const { text, release, script } = halves("slept");
    upstream.script(MODEL, script);
    const chat = new ChatPage(page);
    await chat.open();
    await chat.choose(CHOICE);
    const wrong = await watchAnswer(page, text);
    await chat.ask("Count while I sleep");
    await expect(chat.lastAnswer).toContainText(`slept${HELD_WORDS - 1}`);
    network.freeze();
    await page.clock.fastForward(sleptMs);
    if (woken) await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await expect.poll(() => resumedAt(network.asked)).toHaveLength(1);
    release();
    await chat.answered();
    await expectWhole(page, text);
    expect(await wrong()).toEqual([]);
    for (const position of resumedAt(network.asked))
      expect(position).toBeGreaterThan(text.indexOf("slept30"));
  });
}

test("a lost response is followed, and one question is one call, one answer and one price", async ({
  page,
  network,
  upstream,
  wye,
}) => {
  const { text, half, release, script } = halves("lost");
  upstream.script(MODEL, script);
  const before = callsOf(upstream, MODEL).length;
  const pricedBefore = await pricedAnswers(wye);
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose(CHOICE);
  network.loseAnswers("POST", "/api/chat", 2);
  await chat.ask("Only once, please");
  await expect.poll(() => textOnPage(page)).toBe(half);
  release();
  await chat.answered();
  await expectWhole(page, text);
  await expect(chat.answers).toHaveCount(1);
  expect(network.asked.filter((what) => what === "POST /api/chat").length).toBeGreaterThan(1);
  expect(callsOf(upstream, MODEL)).toHaveLength(before + 1);

  await test.step("another answer to it, whose response is lost so often that the page says so", async () => {
    upstream.script(MODEL, { text: numbered("again", 30) });
    network.loseAnswers("POST", "/api/chat", 12);
    await page.getByRole("button", { name: "Answer again", exact: true }).click();
    const alert = page.getByRole("alert").filter({ hasText: "The server was not reached" });
    await expect(alert).toBeVisible();
    network.loseAnswers("POST", "/api/chat", 0);
    await expect(async () => {
      if (await alert.isVisible()) await alert.getByRole("button", { name: "Retry" }).click();
      await expect(chat.lastAnswer).toContainText("again29", { timeout: 2_000 });
    }).toPass();
    await chat.answered();
    await expectWhole(page, numbered("again", 30));
    expect(callsOf(upstream, MODEL)).toHaveLength(before + 2);
    await expect(page.getByRole("group", { name: "Version 2 of 2" })).toBeVisible();
  });

  await test.step("in the ledger too", async () => {
    await expect.poll(() => pricedAnswers(wye)).toBe(pricedBefore + 2);
  });
});

test("the notice looks right in both languages and themes, on a desktop and a phone", async ({
  page,
  browser,
  wye,
  upstream,
}) => {
  test.setTimeout(300_000);
  const { release, script } = halves("seen");
  upstream.script(MODEL, script);
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose(CHOICE);
  await chat.ask("Count to eighty");
  await expect(chat.lastAnswer).toContainText(`seen${HELD_WORDS - 1}`);
  const path = new URL(page.url()).pathname;
  const state = await page.context().storageState();
  await page.goto("about:blank");
  const lost = (online: boolean) => ({
    name: online ? "server-away" : "offline",
    path,
    ready: (at: typeof page) => at.locator("article[aria-busy]").first(),
    prepare: async (at: typeof page) => {
      await at.addInitScript((isOnline) => {
        const real = window.fetch;
        window.fetch = (input, init) =>
          String(input).includes("/stream") ? Promise.reject(new TypeError("lost")) : real(input, init);
        Object.defineProperty(navigator, "onLine", { get: () => isOnline, configurable: true });
      }, online);
      await at.reload();
      await expect(at.getByRole("button", { name: /Try now|立即重试/ })).toBeVisible();
    },
  });
  await inspect(browser, wye.url, state, [lost(true)]);
  await inspect(browser, wye.url, state, [lost(false)]);
  release();
});
