import { expect, type Locator, type Page } from "@playwright/test";
import type { Upstream } from "@/tests/support/upstream/start-upstream";
import { ChatPage } from "./chat-page";

/** Models of a small and a large context, as their names say. */
export const SMALL = "small-context-4000";
export const LARGE = "large-context-64000";

export const way = (page: Page | Locator, name: string): Locator =>
  page.getByRole("button", { name, exact: true });

/** Two turns, of which the vendor says that they fill the context so far. */
export async function talk(page: Page, upstream: Upstream, inputTokens: number): Promise<ChatPage> {
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose(`openai-compatible/${SMALL}`);
  upstream.script(SMALL, { text: "8,849 metres." });
  await chat.ask("How high is Everest?");
  await chat.answered(1);
  // Its title is a call of the same model's.
  await expect(page.locator("[aria-current=page]")).toHaveText("8,849 metres");
  upstream.script(SMALL, { text: "8,611 metres.", inputTokens });
  await chat.ask("And K2?");
  await expect(chat.lastAnswer).toContainText("8,611 metres.");
  await chat.answered(2);
  return chat;
}
