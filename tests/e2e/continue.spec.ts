import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { startWye } from "@/tests/support/server";
import type { Upstream } from "@/tests/support/upstream/start-upstream";
import { ChatPage } from "./support/chat-page";
import { gate } from "./support/gate";
import { inspect } from "./support/inspect";
import { OWNER } from "./support/owner";
import { ledgerOf } from "./support/run-wye";
import { signIn } from "./support/sign-in";
import { test } from "./support/test";

const goOn = (at: Page | Locator): Locator => at.getByRole("button", { name: "Continue", exact: true });
const versions = (at: Page | Locator, here: number, count: number): Locator =>
  at.getByRole("group", { name: `Version ${here} of ${count}` });

const askedToGoOn = (upstream: Upstream, model: string) =>
  upstream.calls.filter(
    (call) => call.model === model && JSON.stringify(call.body).includes("broke off before it was complete"),
  );

/** Has plain-1 give an answer that breaks off after two words. */
async function cutBy(
  page: Page,
  chat: ChatPage,
  upstream: Upstream,
  how: "stop" | "limit" | "break",
): Promise<void> {
  const { released } = gate();
  const script = {
    stop: { text: "one two three four", hold: { afterTokens: 2, released } },
    limit: { text: "one two ", cutShort: true },
    break: { text: "one two three four", fault: "cut", faultAfterTokens: 2 },
  } as const;
  upstream.script("plain-1", script[how], { once: true });
  await chat.ask("Count to four");
  await expect(chat.lastAnswer).toContainText("one two");
  if (how === "stop") await chat.stop.click();
  await expect(goOn(page)).toBeVisible();
}

for (const how of ["stop", "limit", "break"] as const) {
  test(`an answer that broke off (${how}) is continued beside itself, and keeps both versions`, async ({
    page,
    upstream,
  }) => {
    upstream.reset();
    const chat = new ChatPage(page);
    await chat.open();
    await chat.choose("openai-compatible/plain-1");
    await cutBy(page, chat, upstream, how);

    const { released, release } = gate();
    upstream.script("plain-1", { text: "three four", hold: { afterTokens: 1, released } });
    await goOn(page).click();
    await expect(chat.lastAnswer).toContainText("one two three");
    await expect(goOn(page)).toHaveCount(0);
    await test.step("a reload in the middle has the kept text too", async () => {
      await page.reload();
      await expect(chat.lastAnswer).toContainText("one two three");
    });
    release();
    await expect(chat.lastAnswer).toContainText("one two three four");
    await chat.answered(1);
    await expect(goOn(page)).toHaveCount(0);
    await expect(versions(chat.lastAnswer, 2, 2)).toBeVisible();
    expect(askedToGoOn(upstream, "plain-1")).toHaveLength(1);

    await chat.lastAnswer.getByRole("button", { name: "Previous version" }).click();
    await expect(chat.lastAnswer).not.toContainText("three");
    await expect(goOn(page)).toBeVisible();
  });
}

test("what an answer goes on from stands there while the server is asked, and nothing is offered that is whole", async ({
  page,
  upstream,
}) => {
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("openai-compatible/plain-1");
  await cutBy(page, chat, upstream, "limit");
  upstream.script("plain-1", { text: "three four" });
  const { released, release } = gate();
  await page.route("**/api/chat", async (route) => {
    await released;
    await route.continue();
  });
  await goOn(page).click();
  await expect(goOn(page)).toHaveCount(0);
  await expect(chat.lastAnswer).toContainText("one two");
  await expect(chat.lastAnswer).toHaveAttribute("aria-busy", "true");
  release();
  await expect(chat.lastAnswer).toContainText("one two three four");
  await chat.answered(1);
  await expect(goOn(page)).toHaveCount(0);
});

test("another model continues, and its own cost stands beside what the first one had cost", async ({
  page,
  upstream,
}) => {
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("openai/gpt-4o-mini");
  upstream.script("gpt-4o-mini", {
    text: "one two ",
    cutShort: true,
    inputTokens: 1000,
    outputTokens: 1000,
  });
  await chat.ask("Count to four");
  await expect(goOn(page)).toBeVisible();
  await chat.choose("openai-compatible/plain-2");
  upstream.script("plain-2", { text: "three four" });
  await goOn(page).click();
  await expect(chat.lastAnswer).toContainText("one two three four");
  await chat.answered(1);
  await expect(chat.lastAnswer.locator("footer")).toContainText("plain-2");
  await chat.lastAnswer.getByRole("button", { name: "–" }).focus();
  await expect(page.getByRole("tooltip")).toContainText("Goes on from an answer that cost $0.00075");
});

test("a cut in code, a table, a list or reasoning renders as if there had been none", async ({
  page,
  upstream,
}) => {
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("openai-compatible/plain-3");
  const cuts = [
    {
      before: "Here:\n\n```ts\nconst a = 1;\nconst b",
      after: "```ts\nconst b = 2;\n```\n\nThat is all.",
      check: async (answer: Locator) => {
        await expect(answer.locator("pre")).toHaveCount(1);
        await expect(answer.locator("pre")).toContainText("const b = 2;");
        await expect(answer.getByText("That is all.")).toBeVisible();
      },
    },
    {
      before: "| A | B |\n| --- | --- |\n| one | tw",
      after: "two |\n| three | four |\n",
      check: async (answer: Locator) => {
        await expect(answer.getByRole("row")).toHaveCount(3);
        await expect(answer.getByRole("cell", { name: "two", exact: true })).toBeVisible();
      },
    },
    {
      before: "- first\n- ",
      after: "- second\n- third",
      check: async (answer: Locator) => {
        await expect(answer.getByRole("listitem")).toHaveText(["first", "second", "third"]);
      },
    },
  ];
  for (const [index, { before, after, check }] of cuts.entries()) {
    upstream.script("plain-3", { text: before, cutShort: true });
    await chat.ask(`Question ${index + 1}`);
    await chat.answered(index + 1);
    upstream.script("plain-3", { text: after });
    await goOn(page).click();
    await expect(goOn(page)).toHaveCount(0);
    await chat.answered(index + 1);
    await check(chat.lastAnswer);
  }

  upstream.script("plain-3", { text: "", reasoning: "First I count. ", cutShort: true });
  await chat.ask("Question 4");
  await chat.answered(4);
  upstream.script("plain-3", { text: "It is four.", reasoning: "Then I answer." });
  await goOn(page).click();
  await expect(chat.lastAnswer).toContainText("It is four.");
  await chat.answered(4);
  await chat.lastAnswer.getByRole("button", { name: /^Thought/ }).click();
  await expect(chat.lastAnswer.getByText("First I count.")).toBeVisible();
  await expect(chat.lastAnswer.getByText("Then I answer.")).toBeVisible();
});

test("after a kill in mid-answer the rest is there, marked and accounted for, and Continue goes on from it", async ({
  browser,
  upstream,
}) => {
  const env = {
    WYE_OWNER_EMAIL: OWNER.email,
    WYE_OWNER_PASSWORD: OWNER.password,
    OPENAI_BASE_URL: upstream.baseUrl("openai"),
    OPENAI_API_KEY: "good-key-of-a-test",
  };
  const dataDir = await mkdtemp(path.join(tmpdir(), "wye-continue-"));
  const first = await startWye({ env, dataDir });
  const context = await browser.newContext({ baseURL: first.url });
  const page = await context.newPage();
  const chat = new ChatPage(page);
  await signIn(page, OWNER);
  await chat.choose("openai/gpt-4o-mini");
  const { released, release } = gate();
  // What was said before the last word is in the log when that is on the page.
  const script = { text: "one two three four", tokenDelayMs: 1000, hold: { afterTokens: 3, released } };
  upstream.script("gpt-4o-mini", script);
  await chat.ask("Count to four");
  await expect(chat.lastAnswer).toContainText("one two three");
  await first.kill();
  release();
  upstream.script("gpt-4o-mini", { text: "three four", inputTokens: 30, outputTokens: 2 });

  const second = await startWye({ env, dataDir });
  try {
    await page.goto(`${second.url}${new URL(page.url()).pathname}`);
    await expect(page.getByText("Interrupted", { exact: true })).toBeVisible();
    await expect(chat.lastAnswer).toContainText("one two");
    await goOn(page).click();
    await expect(chat.lastAnswer).toContainText("one two three four");
    await chat.answered(1);
    await expect(versions(chat.lastAnswer, 2, 2)).toBeVisible();
    await expect
      .poll(async () => {
        const rows = (await ledgerOf(second)).filter(({ purpose }) => purpose === "chat");
        return rows.map(({ outcome, status }) => `${outcome} ${status}`);
      })
      .toEqual(["complete exact", "interrupted estimated"]);
  } finally {
    await context.close();
    await second.stop();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
  }
});

test("a page that had read more than a killed server kept shows what is kept, without being loaded anew", async ({
  browser,
  upstream,
}) => {
  const env = {
    WYE_OWNER_EMAIL: OWNER.email,
    WYE_OWNER_PASSWORD: OWNER.password,
    OPENAI_BASE_URL: upstream.baseUrl("openai"),
    OPENAI_API_KEY: "good-key-of-a-test",
    // Nothing is kept before the end, which a kill forestalls.
    WYE_RUN_LOG: "off",
  };
  const dataDir = await mkdtemp(path.join(tmpdir(), "wye-ahead-"));
  const first = await startWye({ env, dataDir });
  const context = await browser.newContext({ baseURL: first.url });
  const page = await context.newPage();
  const chat = new ChatPage(page);
  await signIn(page, OWNER);
  await chat.choose("openai/gpt-4o-mini");
  const { released, release } = gate();
  upstream.script("gpt-4o-mini", { text: "one two three four", hold: { afterTokens: 3, released } });
  await chat.ask("Count to four");
  await expect(chat.lastAnswer).toContainText("one two three");
  await first.kill();
  release();

  const second = await startWye({ env, dataDir, port: Number(new URL(first.url).port) });
  try {
    await expect(page.getByText("Interrupted", { exact: true })).toBeVisible({ timeout: 90_000 });
    await expect(page.getByText("one two three")).toHaveCount(0);
    await expect(page.getByText("Count to four").first()).toBeVisible();
  } finally {
    await context.close();
    await second.stop();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
  }
});

test("answers that broke off look right in both languages and themes, on a desktop and a phone", async ({
  page,
  browser,
  wye,
  ownerState,
  upstream,
}) => {
  test.setTimeout(300_000);
  const paths: string[] = [];
  for (const how of ["stop", "limit", "break"] as const) {
    const chat = new ChatPage(page);
    await chat.open();
    await chat.choose("openai-compatible/plain-1");
    await cutBy(page, chat, upstream, how);
    paths.push(new URL(page.url()).pathname);
  }
  const ready = (at: Page) => at.locator("article[aria-busy=false]");
  await inspect(
    browser,
    wye.url,
    ownerState,
    paths.map((at, index) => ({ name: `cut-${["stop", "limit", "break"][index]}`, path: at, ready })),
  );
});
