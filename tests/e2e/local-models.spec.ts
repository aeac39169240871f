import { expect } from "@playwright/test";
import { ChatPage } from "./support/chat-page";
import { test } from "./support/test";

test.use({ wires: { OLLAMA: "ollama" }, models: ["qwen3:8b"] });

test("a model that is pulled or removed at a local server shows in the picker of a page that stays open", async ({
  page,
  upstream,
}) => {
  const chat = new ChatPage(page);
  await chat.open();
  const look = async () => {
    await page.locator("main form button[aria-haspopup=dialog]").first().click();
    await expect(page.getByRole("option").first()).toBeVisible();
    const names = await page.getByRole("option").allTextContents();
    await page.keyboard.press("Escape");
    return names.join(" ");
  };
  await expect.poll(look).toContain("qwen3:8b");
  upstream.setModels(["gemma3:4b"]);
  await expect.poll(look, { timeout: 60_000, intervals: [3000] }).toContain("gemma3:4b");
  expect(await look()).not.toContain("qwen3:8b");
});
