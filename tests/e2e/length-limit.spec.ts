import { expect } from "@playwright/test";
import { ChatPage } from "./support/chat-page";
import { test } from "./support/test";

test("an answer that ended at the length limit says so, also after a refresh; a whole one does not", async ({
  page,
  upstream,
}) => {
  const note = "The answer reached its length limit.";
  upstream.script("plain-1", { text: "It goes on and", cutShort: true });
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("openai-compatible/plain-1");
  await chat.ask("Tell me everything");
  await chat.answered();
  await expect(chat.lastAnswer).toContainText("It goes on and");
  await expect(chat.lastAnswer.getByText(note)).toBeVisible();
  await page.reload();
  await expect(chat.lastAnswer.getByText(note)).toBeVisible();

  upstream.script("plain-1", { text: "The end." });
  await chat.ask("And then?");
  await chat.answered(2);
  await expect(chat.lastAnswer).toContainText("The end.");
  await expect(page.getByText(note)).toHaveCount(1);
});
