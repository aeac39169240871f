import { expect } from "@playwright/test";
import { callsOf } from "./support/calls-of";
import { ChatPage } from "./support/chat-page";
import { gate } from "./support/gate";
import { saved } from "./support/saved";
import { test } from "./support/test";

// A server of its own: whether reasoning is shown is what the person last chose, in whichever test.
test.use({ settings: { WYE_TEAM_NAME: "Thinkers" } });

test("reasoning is read live, folded with its duration, and shown or hidden as the person last chose", async ({
  page,
  upstream,
}) => {
  const { released, release } = gate();
  const script = { reasoning: "Weigh both sides first.", text: "The left side is heavier." };
  upstream.script("o4-mini", { ...script, hold: { afterTokens: 3, released } }, { once: true });
  upstream.script("o4-mini", script);
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("openai/o4-mini");
  await chat.ask("Which side is heavier?");
  const thoughts = chat.lastAnswer.getByText("Weigh both sides first.");
  const toggle = chat.lastAnswer.getByRole("button", { name: /Thought for/ });

  await expect(chat.lastAnswer.getByText("Weigh both sides")).toBeVisible();
  await expect(chat.lastAnswer.getByRole("button", { name: /Thinking/ })).toHaveAttribute(
    "aria-expanded",
    "true",
  );
  release();
  await chat.answered();
  await expect(toggle).toHaveAttribute("aria-expanded", "false");
  await expect(thoughts).toBeHidden();
  await expect(chat.lastAnswer).toContainText("The left side is heavier.");

  await saved(page, () => toggle.click());
  await expect(thoughts).toBeVisible();
  await page.reload();
  await expect(thoughts).toBeVisible();
  await expect(toggle).toHaveAttribute("aria-expanded", "true");
  await saved(page, () => toggle.click());
  await expect(thoughts).toBeHidden();
  await page.reload();
  await expect(toggle).toHaveAttribute("aria-expanded", "false");

  await test.step("the choice holds for the next answer while it is written, too", async () => {
    const second = gate();
    const held = { ...script, hold: { afterTokens: 3, released: second.released } };
    upstream.script("o4-mini", held, { once: true });
    await chat.ask("And now?");
    const live = chat.lastAnswer.getByRole("button", { name: /Thinking/ });
    await expect(live).toHaveAttribute("aria-expanded", "false");
    second.release();
    await chat.answered(2);
  });
});

test("a <think> block in the text becomes reasoning, is never shown raw and never sent back", async ({
  page,
  upstream,
}) => {
  const { released, release } = gate();
  const script = { reasoning: "Count the letters.", text: "There are three.", inlineThink: true };
  upstream.script("inline-think", { ...script, hold: { afterTokens: 2, released } }, { once: true });
  upstream.script("inline-think", script);
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("openai-compatible/inline-think");
  await chat.ask("How many letters r?");
  await expect(chat.lastAnswer.getByRole("button", { name: /Thinking|Thought/ })).toBeVisible();
  await expect(page.getByText(/<\/?think/)).toHaveCount(0);
  release();
  await chat.answered();
  await expect(chat.lastAnswer).toContainText("There are three.");
  await expect(page.getByText(/<\/?think/)).toHaveCount(0);
  await chat.lastAnswer.getByRole("button", { name: /Thought/ }).click();
  await expect(chat.lastAnswer.getByText("Count the letters.")).toBeVisible();

  await chat.ask("Are you sure?");
  await chat.answered(2);
  expect(callsOf(upstream, "inline-think").at(-1)?.messages).toEqual([
    { role: "user", content: "How many letters r?" },
    { role: "assistant", content: "There are three." },
    { role: "user", content: "Are you sure?" },
  ]);
  await chat.lastAnswer.getByRole("button", { name: /Thought/ }).click();
});
