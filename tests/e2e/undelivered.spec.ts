import { expect, type Page } from "@playwright/test";
import { callsOf } from "./support/calls-of";
import { ChatPage } from "./support/chat-page";
import { gate } from "./support/gate";
import { OWNER } from "./support/owner";
import { test } from "./support/test";

const MODEL = "plain-1";
const ANSWER = "An answer, from its first word to its last.";

/** What the server says when it is asked to stop, in order. */
function stopsOf(page: Page): boolean[] {
  const stops: boolean[] = [];
  page.on("response", async (response) => {
    if (response.url().endsWith("/stop")) stops.push((await response.json()).stopped);
  });
  return stops;
}

/** From now on no part of the program arrives; `release` lets it. */
async function holdProgram(page: Page): Promise<{ asked: Promise<void>; release: () => void }> {
  const held = gate();
  const asked = gate();
  // What the page itself names has to come: the rest is read as soon as it is idle, which may be before it asks.
  const html = await (await page.request.get("/")).text();
  await page.route("**/_next/static/**/*.js", async (route) => {
    if (html.includes(new URL(route.request().url()).pathname)) return route.continue();
    asked.release();
    await held.released;
    await route.continue();
  });
  return { asked: asked.released, release: held.release };
}

test("signed out meanwhile: a first question is kept, and waits in the composer after signing in", async ({
  page,
  context,
  upstream,
}) => {
  upstream.script(MODEL, { text: ANSWER });
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose(`openai-compatible/${MODEL}`);
  await context.clearCookies({ name: "authjs.session-token" });
  await chat.ask("Who am I now?");
  const alert = page.getByRole("alert").filter({ hasText: "You are signed out" });
  await expect(alert).toBeVisible();
  await expect(page.getByText("Who am I now?", { exact: true })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/");

  await alert.getByRole("link", { name: "Sign in" }).click();
  await page.getByLabel("E-mail").fill(OWNER.email);
  await page.getByLabel("Password", { exact: true }).fill(OWNER.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(chat.composer).toHaveValue("Who am I now?");
  await chat.composer.press("Enter");
  await chat.answered();
  await expect(chat.lastAnswer).toContainText(ANSWER);
  await expect(page).toHaveURL(/\/chat\/[0-9a-f-]{36}$/);

  await test.step("in a conversation: signing in leads back to it", async () => {
    const address = new URL(page.url()).pathname;
    await page.reload();
    await context.clearCookies({ name: "authjs.session-token" });
    await chat.ask("And now?");
    const link = alert.getByRole("link", { name: "Sign in" });
    await expect(link).toHaveAttribute("href", `/signin?${new URLSearchParams({ callbackUrl: address })}`);
    await link.click();
    await page.getByLabel("E-mail").fill(OWNER.email);
    await page.getByLabel("Password", { exact: true }).fill(OWNER.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(address);
    await expect(chat.composer).toHaveValue("And now?");
    await expect(chat.lastAnswer).toContainText(ANSWER);
  });
});

/** The browser knows of no trouble: without a connection a question would wait in the queue. */
const CHAT = "**/api/chat";
const unreachable = (page: Page) => page.route(CHAT, (route) => route.abort("connectionfailed"));

test("a first question that does not reach the server is kept through a reload, and Retry sends it once", async ({
  page,
  upstream,
}) => {
  upstream.script(MODEL, { text: ANSWER });
  const before = callsOf(upstream, MODEL).length;
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose(`openai-compatible/${MODEL}`);
  const alert = page.getByRole("alert").filter({ hasText: "The server was not reached" });

  await unreachable(page);
  await chat.ask("Is anybody there?");
  await expect(alert).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/");
  await page.unroute(CHAT);
  await page.reload();
  await expect(chat.composer).toHaveValue("Is anybody there?");

  await unreachable(page);
  await chat.composer.press("Enter");
  await expect(alert).toBeVisible();
  await expect(chat.composer).toHaveValue("");
  await page.unroute(CHAT);
  await alert.getByRole("button", { name: "Retry" }).click();
  await chat.answered();
  await expect(chat.lastAnswer).toContainText(ANSWER);
  await expect(page).toHaveURL(/\/chat\/[0-9a-f-]{36}$/);
  expect(callsOf(upstream, MODEL)).toHaveLength(before + 1);

  await test.step("what was sent is no draft any more", async () => {
    await page.reload();
    await chat.answered();
    await expect(chat.composer).toHaveValue("");
    await chat.open();
    await expect(chat.composer).toHaveValue("");
  });
});

test("another question takes the place of one that did not reach the server, which is a draft again", async ({
  page,
  upstream,
}) => {
  upstream.script(MODEL, { text: ANSWER });
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose(`openai-compatible/${MODEL}`);
  await chat.ask("A first question");
  await chat.answered();

  await unreachable(page);
  await chat.ask("One that stays here");
  await expect(page.getByRole("alert").filter({ hasText: "The server was not reached" })).toBeVisible();
  await page.unroute(CHAT);
  await chat.composer.fill("One that is sent");
  await chat.composer.press("Enter");
  await expect(chat.composer).toHaveValue("One that stays here");
  await chat.answered(2);
  await expect(chat.lastAnswer).toContainText(ANSWER);
  const asked = callsOf(upstream, MODEL).at(-1)?.messages ?? [];
  expect(asked.filter(({ role }) => role === "user").map(({ content }) => content)).toEqual([
    "A first question",
    "One that is sent",
  ]);
});

test("Stop before the question has reached the server stops the answer all the same", async ({
  page,
  upstream,
}) => {
  const { released } = gate();
  upstream.script(MODEL, { text: ANSWER, hold: { afterTokens: 0, released } }, { once: true });
  const before = callsOf(upstream, MODEL).length;
  const stops = stopsOf(page);
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose(`openai-compatible/${MODEL}`);
  const onItsWay = gate();
  await page.route("**/api/chat", async (route) => {
    await onItsWay.released;
    await route.continue();
  });
  await chat.ask("Too early?");
  await chat.stop.click();
  await expect.poll(() => stops).toContain(false);
  onItsWay.release();
  await chat.answered();
  await expect(chat.lastAnswer).toContainText("Stopped.");
  expect(stops.at(-1)).toBe(true);
  // The upstream never goes on by itself here: only a disconnect can have ended a call.
  const open = () =>
    callsOf(upstream, MODEL)
      .slice(before)
      .filter((call) => call.disconnectedAt === null);
  await expect.poll(() => open()).toEqual([]);
});

test("Stop before the page can send gives the question back, and nothing is sent", async ({ page }) => {
  const posts: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/api/chat")) posts.push(request.url());
  });
  const chat = new ChatPage(page);
  const program = await holdProgram(page);
  await chat.open();
  await chat.ask("Wait a moment");
  await program.asked;
  await expect(page.getByText("Wait a moment", { exact: true })).toBeVisible();
  await chat.stop.click();
  await expect(chat.composer).toHaveValue("Wait a moment");
  await expect(page.locator("article")).toHaveCount(0);

  program.release();
  await page.waitForLoadState("networkidle");
  await expect(chat.composer).toHaveValue("Wait a moment");
  expect(posts).toEqual([]);
  await chat.composer.press("Enter");
  await expect.poll(() => posts).toHaveLength(1);
});
