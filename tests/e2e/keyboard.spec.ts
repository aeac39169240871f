import { expect, type Locator } from "@playwright/test";
import { ChatPage } from "./support/chat-page";
import { gate } from "./support/gate";
import { OWNER } from "./support/owner";
import { test } from "./support/test";

// A server of its own: each chat of another test would be two stops more.
test.use({ storageState: { cookies: [], origins: [] }, settings: { WYE_TEAM_NAME: "By the keyboard" } });

const MOST_PRESSES = 60;

/** Tab until it has focus. @throws when a whole round does not reach it. */
async function tabTo(wanted: Locator, key = "Tab"): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await wanted.page().keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${wanted}`);
}

test("everything from signing in to taking back a deletion works without a mouse", async ({
  page,
  upstream,
}) => {
  const chat = new ChatPage(page);

  await test.step("sign in", async () => {
    await page.goto("/signin");
    await tabTo(page.getByLabel("E-mail"));
    await page.keyboard.type(OWNER.email);
    await tabTo(page.getByLabel("Password", { exact: true }));
    await page.keyboard.type(OWNER.password);
    await page.keyboard.press("Enter");
    await expect(chat.composer).toBeFocused();
  });

  await test.step("pick a mode, then a model", async () => {
    await tabTo(chat.picker);
    await page.keyboard.press("Enter");
    await expect(page.getByPlaceholder("Search models")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByPlaceholder("Search models")).toBeHidden();
    await expect(chat.composer).toBeFocused();
    await tabTo(chat.picker);
    await page.keyboard.press("Enter");
    await page.keyboard.type("Reasoning");
    await page.keyboard.press("Enter");
    await expect(chat.picker).toHaveAccessibleName("Model: Reasoning");
    await tabTo(chat.picker);
    await page.keyboard.press("Enter");
    await page.keyboard.type("openai-compatible/plain-2");
    await page.keyboard.press("Enter");
    await expect(chat.picker).toHaveAccessibleName("Model: plain-2");
    await expect(chat.composer).toBeFocused();
  });

  const { released, release } = gate();
  await test.step("ask and stop", async () => {
    upstream.script("plain-2", {
      text: "one two three four five six",
      hold: { afterTokens: 3, released },
    });
    await page.keyboard.type("Count to six");
    await page.keyboard.press("Enter");
    await expect(chat.lastAnswer).toContainText("one two three");
    await page.keyboard.press("Escape");
    await expect(chat.lastAnswer).toContainText("Stopped");
    release();
  });

  await test.step("ask again", async () => {
    upstream.script("plain-2", { fault: "server_error" });
    await tabTo(page.getByRole("button", { name: "Answer again", exact: true }), "Shift+Tab");
    await page.keyboard.press("Enter");
    await expect(chat.lastAnswer.getByRole("alert")).toContainText("is having trouble");
    upstream.script("plain-2", { text: "All six of them." });
    await tabTo(page.getByRole("button", { name: "Retry" }));
    await page.keyboard.press("Enter");
    await expect(chat.lastAnswer).toContainText("All six of them.");
    await chat.answered();
  });

  await test.step("rename", async () => {
    await tabTo(page.locator("[data-chat-link][aria-current=page]"), "Shift+Tab");
    await page.keyboard.press("F2");
    await expect(page.getByLabel("Title of the chat")).toBeFocused();
    await page.keyboard.type("Counting");
    await page.keyboard.press("Enter");
    await expect(chat.listed("Counting")).toBeFocused();
  });

  await test.step("delete, and take it back", async () => {
    await page.keyboard.press("Delete");
    await expect(chat.listed("Counting")).toHaveCount(0);
    await expect(page.getByText("Deleted Counting")).toBeVisible();
    await page.keyboard.press("Alt+n");
    await tabTo(page.getByRole("button", { name: "Undo" }));
    await page.keyboard.press("Enter");
    await expect(chat.listed("Counting")).toBeVisible();
  });

  await test.step("/ goes back to the composer from anywhere", async () => {
    await expect(page.getByRole("heading", { name: "What would you like to know?" })).toBeVisible();
    await tabTo(page.getByRole("link", { name: "Usage" }));
    await page.keyboard.press("/");
    await expect(chat.composer).toBeFocused();
    await expect(chat.composer).toHaveValue("");
  });
});
