import { expect } from "@playwright/test";
import { ChatPage } from "./support/chat-page";
import { SAMPLE_ANSWERS } from "./support/sample-answers";
import { test } from "./support/test";

test("on a phone compared answers are cards: the switcher says how far each is, and leads to it; a swipe does too", async ({
  page,
  upstream,
}) => {
  upstream.script("gpt-4o-mini", { text: "The quick answer." });
  upstream.script("o4-mini", { text: `${SAMPLE_ANSWERS.en.text}\n\nThe thorough answer.` });
  const chat = new ChatPage(page);
  await chat.open();
  await page.getByRole("button", { name: "Compare answers" }).tap();
  await chat.ask("Why is the sky blue?");
  await chat.answered(2);
  const [first, second] = [chat.answers.nth(0), chat.answers.nth(1)];
  const switcher = page.getByRole("group", { name: "Which answer is shown" }).getByRole("button");
  await expect(switcher).toHaveText([/complete/, /complete/]);
  await expect(switcher.nth(0)).toHaveAttribute("aria-pressed", "true");
  await expect(first).toBeInViewport({ ratio: 0.9 });
  await expect(second).not.toBeInViewport();

  // Opened at its end: the short answer stands there, and not the room that the long one would take.
  await page.reload();
  await expect(first).toBeInViewport({ ratio: 0.9 });

  await switcher.nth(1).tap();
  await expect(second).toBeInViewport({ ratio: 0.2 });
  await expect(first).not.toBeInViewport();
  await expect(switcher.nth(1)).toHaveAttribute("aria-pressed", "true");

  // As a finger leaves it: the track comes to rest at a card.
  await first.evaluate((card) => card.parentElement?.scrollTo({ left: 40, behavior: "instant" }));
  await expect(first).toBeInViewport({ ratio: 0.9 });
  await expect(switcher.nth(0)).toHaveAttribute("aria-pressed", "true");

  await switcher.nth(1).tap();
  await second.getByRole("button", { name: "Go on with this one" }).tap();
  await expect(chat.answers).toHaveCount(1);
  await expect(chat.lastAnswer).toContainText("The thorough answer.");
});
