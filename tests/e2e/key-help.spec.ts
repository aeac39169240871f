import { expect, type Page } from "@playwright/test";
import { ChatPage } from "./support/chat-page";
import { inspect } from "./support/inspect";
import { test } from "./support/test";

const list = (page: Page) => page.getByRole("dialog", { name: "Keyboard shortcuts" });

test("a question mark lists the keys wherever it is not typed, and so does the account menu", async ({
  page,
}) => {
  const chat = new ChatPage(page);
  await chat.open();
  await chat.composer.fill("");
  await chat.composer.press("?");
  await expect(chat.composer).toHaveValue("?");
  await expect(list(page)).toHaveCount(0);
  await chat.composer.fill("");
  await page.goto("/usage");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("?");
  await expect(list(page)).toContainText("Temporary chat");
  await page.keyboard.press("Escape");
  await expect(list(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("menuitem", { name: "Keyboard shortcuts" }).click();
  await expect(list(page)).toBeVisible();
});

test("looks", async ({ browser, wye, ownerState }) => {
  await inspect(browser, wye.url, ownerState, [
    {
      ...{ name: "key-help", path: "/usage" },
      ready: (shown) => shown.getByRole("heading", { level: 1 }),
      prepare: async (shown) => {
        await shown.keyboard.press("?");
        await expect(shown.getByRole("dialog")).toBeVisible();
      },
    },
  ]);
});
