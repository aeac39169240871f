import type { Page } from "@playwright/test";
import type { MessageStatus } from "@/lib/chat/message";
import { MESSAGES } from "@/lib/i18n/messages";
import type { Said } from "../check/evidence";

export interface ReadAnswer extends Said {
  status: MessageStatus | "unknown";
}

const { chat } = MESSAGES.en;
const MARKS: readonly [MessageStatus, string][] = [
  ["stopped", chat.stoppedTitle],
  ["interrupted", chat.interruptedTitle],
  ["failed", chat.failedTitle],
];

/** What a page shows of an answer, by the question's marker; null when there is none under it. */
export async function readAnswer(page: Page, marker: string): Promise<ReadAnswer | null> {
  const found = await page.evaluate((wanted) => {
    const articles = [...document.querySelectorAll("main article")];
    const at = articles.findIndex(
      (one) => !one.hasAttribute("aria-busy") && one.textContent.includes(wanted),
    );
    const answer = articles[at + 1];
    if (at === -1 || !answer?.hasAttribute("aria-busy")) return null;
    const copy = answer.cloneNode(true) as Element;
    for (const caption of copy.querySelectorAll("figcaption")) caption.remove();
    const reasoning = copy.querySelector(".answer-text-small .answer-text")?.textContent ?? "";
    copy.querySelector(".answer-text-small")?.remove();
    const text = copy.querySelector(".answer-text")?.textContent ?? "";
    copy.querySelector(".answer-text")?.remove();
    return { busy: answer.getAttribute("aria-busy") === "true", text, reasoning, rest: copy.textContent };
  }, marker);
  if (found === null) return null;
  const { busy, rest, ...said } = found;
  const mark = MARKS.find(([, words]) => rest.includes(words))?.[0];
  return { ...said, status: busy ? "streaming" : (mark ?? "complete") };
}
