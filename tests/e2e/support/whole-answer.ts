import { expect, type Page } from "@playwright/test";
import type { ConversationView } from "@/lib/chat/get-conversation";
import { gate } from "./gate";

export const HELD_WORDS = 40;

/** Words that occur once each, so that a gap, a repetition or a swap shows. */
export const numbered = (name: string, count: number): string =>
  Array.from({ length: count }, (_, at) => `${name}${at}`).join(" ");

/** An answer whose second half comes when the test says so, and not before its first has been seen. */
export function halves(name: string) {
  const { released, release } = gate();
  const text = numbered(name, 2 * HELD_WORDS);
  const half = numbered(name, HELD_WORDS);
  // The upstream says a word with the space behind it.
  const said = `${half} `;
  return { text, half, said, release, script: { text, hold: { afterTokens: HELD_WORDS, released } } };
}

/** The text of the page's last answer, as it is read. */
export const textOnPage = async (page: Page): Promise<string> =>
  (await page.locator("article[aria-busy] .answer-text").last().textContent())?.trim() ?? "";

/** On the page and on the server, the last answer says this and nothing else. */
export async function expectWhole(page: Page, text: string): Promise<void> {
  await expect.poll(() => textOnPage(page)).toBe(text.trim());
  const { messages } = await page.evaluate(
    async (address) => (await (await fetch(address)).json()) as ConversationView,
    `/api/chat/${chatIdOf(page)}`,
  );
  const parts = messages.at(-1)?.parts ?? [];
  expect(parts.map((part) => (part.type === "text" ? part.text : "")).join("")).toBe(text);
}

export const chatIdOf = (page: Page): string => new URL(page.url()).pathname.replace("/chat/", "");

/** Looks at the last answer whenever it changes. @returns what was ever shown that is not the beginning of `text`, and
 *  whether it ever became shorter */
export async function watchAnswer(page: Page, text: string): Promise<() => Promise<string[]>> {
  await page.evaluate((whole) => {
    const wrong: string[] = [];
    let longest = 0;
    Object.assign(window, { wrongOfAnswer: wrong });
    new MutationObserver(() => {
      const shown = [...document.querySelectorAll("article[aria-busy] .answer-text")].at(-1);
      const said = shown?.textContent?.trim() ?? "";
      if (!whole.startsWith(said)) wrong.push(`not its beginning: ${said}`);
      if (said.length < longest) wrong.push(`shorter than before: ${said}`);
      longest = Math.max(longest, said.length);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  }, text);
  return () => page.evaluate(() => (window as unknown as { wrongOfAnswer: string[] }).wrongOfAnswer);
}
