import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { ChatPage } from "./support/chat-page";
import { gate } from "./support/gate";
import { test } from "./support/test";

type State = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** The same person at another device. */
async function another(browser: Browser, url: string, storageState: State): Promise<ChatPage> {
  const context = await browser.newContext({ baseURL: url, storageState });
  return new ChatPage(await context.newPage());
}

/** Until the server has what was typed last. */
async function keptOnServer(page: Page, act: () => Promise<void>): Promise<void> {
  const saved = page.waitForResponse(
    (response) => response.url().includes("/api/drafts/") && response.request().method() === "PUT",
  );
  await act();
  await saved;
}

const comeBack = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event("focus")));

test("what one device typed is on the other; sent there, it is gone here", async ({
  page,
  browser,
  wye,
  ownerState,
  upstream,
}) => {
  upstream.script("plain-1", { text: "Blue." });
  const here = new ChatPage(page);
  await here.open();
  await here.choose("openai-compatible/plain-1");
  await here.ask("Sky?");
  await here.answered(1);
  await keptOnServer(page, () => here.composer.fill("And the sea?"));

  const there = await another(browser, wye.url, ownerState);
  await there.page.goto(page.url());
  await expect(there.composer).toHaveValue("And the sea?");
  await keptOnServer(there.page, () => there.composer.press("Enter"));
  await there.answered(2);

  await comeBack(page);
  await expect(here.composer).toHaveValue("");
  await page.reload();
  await expect(here.composer).toHaveValue("");
  await there.page.context().close();
});

test("a new chat's draft is on every device until its question is sent, and no longer", async ({
  page,
  browser,
  wye,
  ownerState,
  upstream,
}) => {
  upstream.script("plain-1", { text: "Salty." });
  const here = new ChatPage(page);
  await here.open();
  await here.choose("openai-compatible/plain-1");
  await keptOnServer(page, () => here.composer.fill("Why is the sea salty?"));
  const there = await another(browser, wye.url, ownerState);
  await there.open();
  await expect(there.composer).toHaveValue("Why is the sea salty?");
  await keptOnServer(page, () => here.composer.press("Enter"));
  await here.answered(1);
  await expect
    .poll(async () => {
      await there.open();
      return there.composer.inputValue();
    })
    .toBe("");
  await there.page.context().close();
});

test("what two devices typed while neither knew of the other is all there", async ({
  page,
  context,
  browser,
  wye,
  ownerState,
  upstream,
}) => {
  upstream.script("plain-1", { text: "Blue." });
  const here = new ChatPage(page);
  await here.open();
  await here.choose("openai-compatible/plain-1");
  await here.ask("Sky?");
  await here.answered(1);
  const there = await another(browser, wye.url, ownerState);
  await there.page.goto(page.url());
  await expect(there.composer).toBeVisible();

  await context.setOffline(true);
  await here.composer.fill("Typed in a tunnel");
  await keptOnServer(there.page, () => there.composer.fill("Typed at the desk"));
  await context.setOffline(false);
  await expect(here.composer).toHaveValue("Typed at the desk\n\nTyped in a tunnel");
  await keptOnServer(page, () => here.composer.press("End"));
  await comeBack(there.page);
  await expect(there.composer).toHaveValue("Typed at the desk\n\nTyped in a tunnel");
  await there.page.context().close();
});

test("what is typed before the page listens is kept, and sent", async ({ page, upstream }) => {
  upstream.script("plain-1", { text: "Here." });
  const held = gate();
  await page.route("**/_next/static/**/*.js", async (route) => {
    await held.released;
    await route.continue();
  });
  const chat = new ChatPage(page);
  await page.goto("/", { waitUntil: "commit" });
  await chat.composer.pressSequentially("Is anybody there?");
  await keptOnServer(page, async () => held.release());
  await expect(chat.composer).toHaveValue("Is anybody there?");
  await chat.choose("openai-compatible/plain-1");
  await chat.composer.press("Enter");
  await chat.answered(1);
  await expect(page.getByRole("article").getByText("Is anybody there?")).toBeVisible();
});
