import { expect, type Page } from "@playwright/test";
import { callsOf } from "./support/calls-of";
import { ChatPage } from "./support/chat-page";
import { inspect } from "./support/inspect";
import { test } from "./support/network-test";
import { newMember } from "./support/new-member";
import { chatIdOf, halves, textOnPage } from "./support/whole-answer";

// A team of its own: it closes temporary chats.
test.use({ settings: { WYE_TEAM_NAME: "Secretive" } });

const MODEL = "plain-2";
const CHOICE = `openai-compatible/${MODEL}`;
const MEANS = "Nothing said here is kept, only what it cost.";
const toggle = (page: Page) => page.getByRole("button", { name: "Temporary chat", exact: true });
const strip = (page: Page) => page.getByRole("region", { name: "Temporary chat" });
const end = (page: Page) => page.getByRole("button", { name: "End now" });
const ended = (page: Page) => page.getByRole("heading", { name: "This temporary chat has ended" });

/** One finished turn of a temporary chat. */
async function talk(page: Page, question: string): Promise<ChatPage> {
  const chat = new ChatPage(page);
  await page.goto("/?temporary");
  await expect(strip(page)).toContainText(MEANS);
  await chat.choose(CHOICE);
  await chat.ask(question);
  await chat.answered();
  await expect(end(page)).toBeVisible();
  return chat;
}

test("a key makes a new chat temporary and ordinary again, and what was typed stays in the composer", async ({
  page,
}) => {
  const chat = new ChatPage(page);
  await chat.open();
  await expect(toggle(page)).toHaveAttribute("aria-pressed", "false");
  const kept = page.waitForResponse((response) => response.url().endsWith("/api/drafts/new"));
  await chat.composer.fill("Typed before");
  await kept;
  await page.keyboard.press("Alt+i");
  await expect(toggle(page)).toHaveAttribute("aria-pressed", "true");
  await expect(strip(page)).toContainText(MEANS);
  await expect(chat.composer).toHaveValue("Typed before");
  // The tab alone has it now.
  const onServer = () =>
    page.evaluate(async () => ((await (await fetch("/api/drafts/new")).json()) as { text: string }).text);
  await expect.poll(onServer).toBe("");
  await page.reload();
  await expect(toggle(page)).toHaveAttribute("aria-pressed", "true");
  await expect(chat.composer).toHaveValue("Typed before");
  await toggle(page).click();
  await expect(strip(page)).not.toContainText(MEANS);
  await expect(chat.composer).toHaveValue("Typed before");
  await expect.poll(onServer).toBe("Typed before");
  await chat.composer.fill("");
  await expect.poll(onServer).toBe("");
});

test("a temporary chat is in no list, is found again from the next one, and goes on after a reload", async ({
  page,
  upstream,
}) => {
  upstream.script(MODEL, { text: "Said in secret." });
  const chat = await talk(page, "A secret question");
  const address = new URL(page.url()).pathname;
  await expect(strip(page)).toContainText(MEANS);
  await page.reload();
  await expect(chat.lastAnswer).toContainText("Said in secret.");
  await expect(end(page)).toBeVisible();
  await expect(page.locator(`[data-chat-link][href="${address}"]`)).toHaveCount(0);
  // From a chat the key leads to a new temporary one.
  await page.keyboard.press("Alt+i");
  await expect(toggle(page)).toHaveAttribute("aria-pressed", "true");
  await strip(page)
    .getByRole("list", { name: /^Still open/ })
    .getByRole("link")
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  await expect(chat.lastAnswer).toContainText("Said in secret.");
  expect(callsOf(upstream, MODEL).filter(({ messages }) => messages.length > 1)).toEqual([]);
});

test("ending it leads to a new chat, and a notice brings it back whole", async ({ page, upstream }) => {
  upstream.script(MODEL, { text: "Here again." });
  const chat = await talk(page, "Will you be back?");
  const id = chatIdOf(page);
  await end(page).click();
  await expect(toggle(page)).toBeVisible();
  await expect(chat.answers).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page).toHaveURL(new RegExp(`/chat/${id}$`));
  await expect(chat.lastAnswer).toContainText("Here again.");
  await expect(end(page)).toBeVisible();
});

test("ended in one browser while it is answered, it ends in another, which shows nothing of it any more", async ({
  page,
  elsewhere,
  upstream,
}) => {
  const { half, script } = halves("secret");
  upstream.script(MODEL, script);
  const chat = new ChatPage(page);
  await page.goto("/?temporary");
  await chat.choose(CHOICE);
  await chat.ask("Go on in secret");
  await expect.poll(() => textOnPage(page)).toBe(half);
  await elsewhere.goto(page.url());
  await expect.poll(() => textOnPage(elsewhere)).toBe(half);
  await end(elsewhere).click();
  await expect(ended(page)).toBeVisible();
  await expect(page.locator("article[aria-busy]")).toHaveCount(0);
  await expect.poll(() => callsOf(upstream, MODEL).at(-1)?.disconnectedAt ?? null).not.toBeNull();
  const next = page.getByRole("main").getByRole("link", { name: "New chat" });
  await expect(next).toBeFocused();

  await test.step("taken back there, it is here again, and ended again it leads to a new chat", async () => {
    await elsewhere.getByRole("button", { name: "Undo" }).click();
    await expect(chat.lastAnswer).toContainText("Stopped. What was written is kept.");
    await end(elsewhere).click();
    await expect(ended(page)).toBeVisible();
  });
  await next.click();
  await expect(toggle(page)).toHaveAttribute("aria-pressed", "false");
  await expect(chat.composer).toBeVisible();
});

test("looks", async ({ browser, wye, ownerState, page, upstream }) => {
  upstream.script(MODEL, { text: "Said in secret." });
  await talk(page, "How does it look?");
  const path = new URL(page.url()).pathname;
  const dead = async (shown: Page) => {
    await shown.route(`**/api${path}`, (route) => route.fulfill({ status: 404, body: "{}" }));
    await shown.route("**/api/chats", (route) => route.fulfill({ json: { chats: [], next: null } }));
    await shown.evaluate(() => window.dispatchEvent(new Event("focus")));
    await expect(shown.getByRole("main").getByRole("status").getByRole("heading")).toBeVisible();
    await shown.unrouteAll({ behavior: "ignoreErrors" });
  };
  await inspect(browser, wye.url, ownerState, [
    { name: "temporary-off", path: "/", ready: (shown) => shown.locator("[aria-keyshortcuts='Alt+I']") },
    {
      name: "temporary-on",
      path: "/?temporary",
      ready: (shown) => shown.getByRole("main").getByRole("list").first(),
    },
    { name: "temporary-chat", path, ready: (shown) => shown.locator("article[aria-busy]") },
    {
      ...{ name: "temporary-ended", path, prepare: dead, failing: /404/ },
      ready: (shown) => shown.locator("article[aria-busy]"),
    },
  ]);
});

test("under a legal hold none begins and one that had begun says that it is kept", async ({
  browser,
  wye,
  page,
  upstream,
}) => {
  upstream.script(MODEL, { text: "Said in secret." });
  const member = await newMember(browser, wye, "Emmy", "member");
  await talk(member, "A question before the hold");
  await page.goto("/team/retention");
  await page.getByRole("radio", { name: "A person" }).click();
  await page.getByRole("textbox", { name: "E-mail of the member" }).fill("emmy@example.com");
  await page.getByRole("button", { name: "Set the hold" }).click();
  await expect(page.getByText("From now on it is kept.")).toBeVisible();
  await member.reload();
  await expect(strip(member)).toContainText("A legal hold has this chat kept");
  const path = new URL(member.url()).pathname;
  await member.keyboard.press("Alt+i");
  await expect(strip(member)).toContainText("A legal hold has what you write kept");
  await expect(toggle(member)).toHaveAttribute("aria-pressed", "false");
  const state = await member.context().storageState();
  await member.context().close();
  await inspect(browser, wye.url, state, [
    { name: "temporary-held", path, ready: (shown) => shown.locator("article[aria-busy]") },
  ]);
});

test("a team that has closed them says so to who wants one, and has none begun", async ({
  browser,
  wye,
  page,
  ownerState,
}) => {
  const member = await newMember(browser, wye, "Lise", "member");
  await member.goto("/?temporary");
  await expect(toggle(member)).toHaveAttribute("aria-pressed", "true");
  const chat = new ChatPage(member);

  await page.goto("/team");
  const allowed = page.getByRole("switch", { name: "Members may begin temporary chats" });
  await expect(allowed).toBeChecked();
  await allowed.click();
  await expect(page.getByText("No temporary chat begins any more.")).toBeVisible();
  await expect(allowed).not.toBeChecked();

  // The page that was open is refused, and can ask in an ordinary chat.
  await chat.ask("In secret?");
  const reason = "Your team does not allow temporary chats.";
  await expect(member.getByRole("main").getByText(reason)).toBeVisible();
  await toggle(member).click();
  await expect(toggle(member)).toHaveAttribute("aria-pressed", "false");
  await member.getByRole("button", { name: "Retry" }).click();
  await chat.answered();
  await expect(end(member)).toHaveCount(0);
  await expect(member.getByRole("region", { name: "Chats" }).getByRole("link")).toHaveCount(1);

  await member.goto("/");
  await toggle(member).click();
  await expect(strip(member)).toContainText(reason);
  await expect(toggle(member)).toHaveAttribute("aria-pressed", "false");
  await member.goto("/team");
  await expect(member.getByText("Members may not begin temporary chats.")).toBeVisible();
  await member.context().close();
  await inspect(browser, wye.url, ownerState, [
    {
      name: "temporary-forbidden",
      path: "/?temporary",
      ready: (shown) => shown.locator(".bg-warn-soft").first(),
    },
    {
      ...{ name: "team-temporary", path: "/team" },
      ready: (shown) => shown.getByRole("switch").first(),
    },
  ]);
});
