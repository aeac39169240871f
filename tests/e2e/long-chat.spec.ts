import { expect, type Page } from "@playwright/test";
import { callsOf } from "./support/calls-of";
import { ChatPage } from "./support/chat-page";
import { inspect } from "./support/inspect";
import { longChat, walkToBeginning } from "./support/long-chat";
import { saved } from "./support/saved";
import { test } from "./support/test";

const MESSAGES = 5_000;
const EDITED_PLACE = 100;
const row = (page: Page, place: number) => page.locator(`[data-row][data-place="${place}"]`);
const versions = (page: Page, at: number) => page.getByRole("group", { name: `Version ${at} of 2` });

async function open(page: Page, chatId: string, messages = MESSAGES): Promise<void> {
  await page.goto(`/chat/${chatId}`);
  await expect(row(page, messages - 1)).toBeInViewport();
}

/** Where a message stands on the screen. */
const topOf = (page: Page, place: number): Promise<number> =>
  row(page, place).evaluate((element) => element.getBoundingClientRect().top);

/** The message at the top of what is seen. */
const topPlace = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
    return Number(rows.find((element) => element.getBoundingClientRect().bottom > 100)?.dataset.place);
  });

test("five thousand messages open at the end, and one scrolls up to the very first without a hole", async ({
  page,
  wye,
}) => {
  test.slow();
  const chatId = await longChat(wye, MESSAGES, EDITED_PLACE);
  await open(page, chatId);
  await expect(page.getByText(`Answer ${MESSAGES}.`, { exact: true })).toBeInViewport();
  await expect(row(page, MESSAGES - 1).getByRole("article")).toHaveAttribute("aria-posinset", `${MESSAGES}`);
  await expect(row(page, MESSAGES - 1).getByRole("article")).toHaveAttribute("aria-setsize", `${MESSAGES}`);

  const walked = await walkToBeginning(page, 2_500);
  expect(walked.wrong).toEqual([]);
  expect(walked.places).toEqual(Array.from({ length: MESSAGES }, (_, place) => place));
  expect(walked.mostRows).toBeLessThan(80);
  expect(walked.mostNodes).toBeLessThan(6_000);
  await expect(row(page, 0)).toBeInViewport();
});

for (const holder of ["browser", "page"])
  test(`nothing jumps while one scrolls up through messages that were never measured: the ${holder} holds them`, async ({
    page,
    wye,
  }) => {
    const chatId = await longChat(wye, 300, EDITED_PLACE);
    await open(page, chatId, 300);
    // As in a browser that holds nothing itself.
    if (holder === "page")
      await row(page, 299).evaluate((element) => {
        element.closest<HTMLElement>(".overflow-y-auto")?.style.setProperty("overflow-anchor", "none");
      });
    await page.mouse.move(700, 400);
    const jumps: string[] = [];
    for (let step = 0; step < 60; step++) {
      const place = await topPlace(page);
      const before = await topOf(page, place);
      await page.mouse.wheel(0, -300);
      await expect.poll(async () => Math.round((await topOf(page, place)) - before)).not.toBe(0);
      // Whatever comes late has come.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 60)));
      const moved = Math.round((await topOf(page, place)) - before);
      if (Math.abs(moved - 300) > 2) jumps.push(`message ${place} moved ${moved}`);
    }
    expect(jumps).toEqual([]);
  });

test("at the end of five thousand messages one types and goes on as in a short chat", async ({
  page,
  wye,
  upstream,
}) => {
  const chatId = await longChat(wye, MESSAGES, EDITED_PLACE);
  upstream.script("plain-1", { text: "And so it goes on." });
  await open(page, chatId);
  const chat = new ChatPage(page);
  await chat.choose("openai-compatible/plain-1");
  await chat.composer.pressSequentially("What comes next?");
  await expect(chat.composer).toHaveValue("What comes next?");
  await chat.composer.press("Enter");
  await expect(row(page, MESSAGES + 1)).toContainText("And so it goes on.");
  await expect(row(page, MESSAGES + 1)).toBeInViewport();
  const sent = callsOf(upstream, "plain-1").at(-1)?.messages ?? [];
  expect(sent).toHaveLength(MESSAGES + 1);
  await page.reload();
  await expect(row(page, MESSAGES + 1)).toContainText("And so it goes on.");
});

test("a branch that parts far up is walked in its place, there and back", async ({ page, wye }) => {
  const chatId = await longChat(wye, 1_000, EDITED_PLACE);
  await open(page, chatId, 1_000);
  await page.mouse.move(700, 400);
  await page.mouse.wheel(0, -400);
  await page.getByRole("button", { name: "Jump to the beginning" }).click();
  await expect(row(page, 0)).toBeInViewport();
  await page.mouse.move(700, 400);
  await expect(async () => {
    await page.mouse.wheel(0, 1_000);
    await expect(versions(page, 1)).toBeInViewport({ timeout: 300 });
  }).toPass();

  await saved(page, () => versions(page, 1).getByRole("button", { name: "Next version" }).click());
  await expect(versions(page, 2)).toBeInViewport();
  await expect(page.getByText("Answered otherwise")).toBeVisible();
  await expect(versions(page, 2).getByRole("button", { name: "Next version" })).toBeFocused();

  await saved(page, () => versions(page, 2).getByRole("button", { name: "Previous version" }).click());
  await expect(versions(page, 1)).toBeInViewport();
  await expect(row(page, EDITED_PLACE)).toContainText(`Question ${EDITED_PLACE + 1}`);
  await expect(row(page, EDITED_PLACE + 1)).toContainText(`Answer ${EDITED_PLACE + 2}`);
  await page.getByRole("button", { name: "Jump to the latest" }).click();
  await expect(row(page, 999)).toBeInViewport();
});

test("a question far up is asked in another way, and an answer there is given once more", async ({
  page,
  wye,
  upstream,
}) => {
  const chatId = await longChat(wye, 1_000, EDITED_PLACE);
  upstream.script("plain-1", { text: "Said anew." });
  await open(page, chatId, 1_000);
  await new ChatPage(page).choose("openai-compatible/plain-1");
  await page.mouse.move(700, 400);
  await page.mouse.wheel(0, -400);
  await page.getByRole("button", { name: "Jump to the beginning" }).click();
  await expect(row(page, 3)).toContainText("Answer 4");

  await row(page, 2).hover();
  await row(page, 2).getByRole("button", { name: "Edit" }).click();
  await page.keyboard.type(" Really?");
  await page.keyboard.press("Enter");
  await expect(row(page, 3)).toContainText("Said anew.");
  await expect(row(page, 2)).toContainText("Really?");
  expect(callsOf(upstream, "plain-1").at(-1)?.messages).toHaveLength(3);
  await expect(row(page, 3).getByRole("article")).toHaveAttribute("aria-busy", "false");

  await saved(page, () => versions(page, 2).getByRole("button", { name: "Previous version" }).click());
  await expect(row(page, 3)).toContainText("Answer 4");
  await row(page, 3).getByRole("button", { name: "Answer again", exact: true }).click();
  await expect(row(page, 3)).toContainText("Said anew.");
  expect(callsOf(upstream, "plain-1").at(-1)?.messages).toHaveLength(3);
  await page.reload();
  await expect(row(page, 3)).toContainText("Said anew.");
});

test("what is being edited is kept while one looks elsewhere", async ({ page, wye }) => {
  const chatId = await longChat(wye, 1_000, EDITED_PLACE);
  await open(page, chatId, 1_000);
  await row(page, 998).hover();
  await row(page, 998).getByRole("button", { name: "Edit" }).click();
  await page.keyboard.type(" Half a thought");
  await page.mouse.move(700, 400);
  await page.mouse.wheel(0, -400);
  await page.getByRole("button", { name: "Jump to the beginning" }).click();
  await expect(row(page, 0)).toBeInViewport();
  await page.getByRole("button", { name: "Jump to the latest" }).click();
  await expect(page.getByLabel("Your question, edited")).toHaveValue(/Half a thought$/);
});

test("earlier messages that could not be read say so, and are read when asked again", async ({
  page,
  wye,
}) => {
  const chatId = await longChat(wye, 300, EDITED_PLACE);
  await page.route("**/messages?*", (route) => route.abort());
  await open(page, chatId, 300);
  await page.mouse.move(700, 400);
  await page.mouse.wheel(0, -400);
  await page.getByRole("button", { name: "Jump to the beginning" }).click();
  await expect(page.getByText("Earlier messages could not be loaded.")).toBeInViewport();
  await page.unroute("**/messages?*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(row(page, 0)).toContainText("Question 1");
});

test("a long chat holds up to a look, in both languages, on both screens", async ({
  browser,
  wye,
  ownerState,
}) => {
  const chatId = await longChat(wye, 300, EDITED_PLACE);
  await inspect(browser, wye.url, ownerState, [
    {
      name: "long-chat-middle",
      path: `/chat/${chatId}`,
      ready: (page) => row(page, 299),
      prepare: async (page) => {
        // Until it has settled at its end, a chat goes there again.
        await expect(async () => {
          await row(page, 299).evaluate((element) =>
            element.closest(".overflow-y-auto")?.scrollBy(0, -1_500),
          );
          await expect(page.getByRole("button", { name: /beginning|开头/ })).toBeVisible({ timeout: 2_000 });
        }).toPass();
      },
    },
  ]);
});
