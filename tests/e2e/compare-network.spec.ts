import { expect } from "@playwright/test";
import { callsOf } from "./support/calls-of";
import { ChatPage } from "./support/chat-page";
import { test } from "./support/network-test";
import { numbered } from "./support/whole-answer";

test("connections that are cut: each of the compared answers goes on from the very word, and is paid for once", async ({
  page,
  network,
  upstream,
}) => {
  const texts = { left: numbered("left", 200), right: numbered("right", 200) };
  upstream.script("gpt-4o-mini", { text: texts.left, tokenDelayMs: 20 });
  upstream.script("o4-mini", { text: texts.right, tokenDelayMs: 20 });
  const MODELS = ["gpt-4o-mini", "o4-mini"] as const;
  const before = MODELS.map((model) => callsOf(upstream, model).length);
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("Auto");
  await page.getByRole("button", { name: "Compare answers" }).click();
  await chat.ask("Count, whatever happens");
  for (const word of ["30", "90", "150"]) {
    await expect(chat.answers.nth(0)).toContainText(`left${word}`);
    network.cut();
    await expect(chat.answers.nth(1)).toContainText(`right${word}`);
  }
  for (const [nth, text] of [texts.left, texts.right].entries()) {
    await expect(chat.answers.nth(nth)).toHaveAttribute("aria-busy", "false");
    await expect(chat.answers.nth(nth).locator(".answer-text")).toHaveText(text.trim());
  }
  const resumed = network.asked.filter((what) => what.includes("/stream?answer="));
  expect(resumed.length).toBeGreaterThanOrEqual(6);
  for (const what of resumed) expect(Number(/after=(\d+)/.exec(what)?.[1])).toBeGreaterThan(0);
  for (const [nth, model] of MODELS.entries())
    expect(callsOf(upstream, model)).toHaveLength((before[nth] ?? 0) + 1);
});

test("without a network nothing is lost: the question comes to all once there is one, and only once", async ({
  page,
  network,
  upstream,
}) => {
  upstream.script("gpt-4o-mini", { text: "Left, late." });
  upstream.script("o4-mini", { text: "Right, late." });
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("Auto");
  const before = callsOf(upstream, "o4-mini").length;
  await page.getByRole("button", { name: "Compare answers" }).click();
  network.fail();
  await chat.ask("Is anybody there?");
  await expect(chat.answers).toHaveCount(2);
  for (const nth of [0, 1])
    await expect(chat.answers.nth(nth).getByRole("alert")).toContainText("The server was not reached");
  network.restore();
  await expect(chat.answers.nth(0)).toContainText("Left, late.");
  await expect(chat.answers.nth(1)).toContainText("Right, late.");
  await page.reload();
  await expect(chat.answers).toHaveCount(2);
  expect(callsOf(upstream, "o4-mini")).toHaveLength(before + 1);
});
