import { expect, type Locator, type Page } from "@playwright/test";
import type { Upstream } from "@/tests/support/upstream/start-upstream";
import { ChatPage } from "./support/chat-page";
import { inspect } from "./support/inspect";
import { saved } from "./support/saved";
import { test } from "./support/test";

const open = (page: Page): Locator => page.getByRole("button", { name: /^Settings of this chat/ });
const panel = (page: Page): Locator => page.getByRole("dialog", { name: "Settings of this chat" });

/** The last question that a model was asked, titles apart. */
function lastBody(upstream: Upstream, model: string) {
  const bodies = upstream.calls
    .filter((call) => call.model === model)
    .map(({ body }) => body as Record<string, unknown> & { messages: { role: string; content: string }[] });
  return bodies.findLast(({ messages }) => !messages[0]?.content.startsWith("Write a title"));
}

test("settings go with the first question, are kept, hold for later ones, and can be reset", async ({
  page,
  upstream,
}) => {
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("openai-compatible/plain-1");

  await test.step("they are set by keyboard, marked, and the focus comes back", async () => {
    await open(page).focus();
    await page.keyboard.press("Enter");
    await panel(page).getByLabel("Instructions").fill("Answer in one sentence.");
    await page.keyboard.press("Tab");
    await expect(panel(page).getByLabel("Temperature")).toBeFocused();
    await page.keyboard.type("0.3");
    await panel(page).getByLabel("Output limit").fill("4,000");
    await page.keyboard.press("Escape");
    await expect(panel(page)).toBeHidden();
    await expect(open(page)).toBeFocused();
    await expect(open(page)).toHaveAccessibleName("Settings of this chat, 3 set");
  });

  await test.step("the model gets them", async () => {
    await chat.ask("Why is the sky blue?");
    await chat.answered();
    const body = lastBody(upstream, "plain-1");
    expect(body).toMatchObject({ temperature: 0.3, max_tokens: 4000 });
    expect(body?.messages).toEqual([
      { role: "system", content: "Answer in one sentence." },
      { role: "user", content: "Why is the sky blue?" },
    ]);
  });

  await test.step("they are there after a reload, and changed for the next question", async () => {
    await page.reload();
    await expect(open(page)).toHaveAccessibleName("Settings of this chat, 3 set");
    await open(page).click();
    await expect(panel(page).getByLabel("Instructions")).toHaveValue("Answer in one sentence.");
    await panel(page).getByLabel("Temperature").fill("1,5");
    await saved(page, () => page.keyboard.press("Escape"));
    await page.reload();
    await chat.ask("And the sea?");
    await chat.answered(2);
    expect(lastBody(upstream, "plain-1")).toMatchObject({ temperature: 1.5, max_tokens: 4000 });
  });

  await test.step("a value that cannot be meant is explained, and the last one stays", async () => {
    await open(page).click();
    await panel(page).getByLabel("Temperature").fill("3");
    await expect(panel(page).getByText("Enter a number from 0 to 2, such as 0.7.")).toBeVisible();
    await expect(panel(page).getByLabel("Temperature")).toHaveAttribute("aria-invalid", "true");
    await panel(page).getByLabel("Output limit").fill("5");
    await expect(panel(page).getByText("Enter a whole number from 16 to 1,000,000.")).toBeVisible();
    await page.keyboard.press("Escape");
    await open(page).click();
    await expect(panel(page).getByLabel("Temperature")).toHaveValue("1.5");
  });

  await test.step("Reset takes all away", async () => {
    await panel(page).getByRole("button", { name: "Reset all" }).click();
    await saved(page, () => page.keyboard.press("Escape"));
    await expect(open(page)).toHaveAccessibleName("Settings of this chat");
    await page.reload();
    await chat.ask("And the moon?");
    await chat.answered(3);
    const body = lastBody(upstream, "plain-1");
    expect(body).not.toHaveProperty("temperature");
    expect(body?.messages[0]).toMatchObject({ role: "user" });
  });
});

test("what a model does not take is greyed with the reason, kept, and sent to one that takes it", async ({
  page,
  upstream,
}) => {
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("openai/gpt-4o-mini");
  await open(page).click();
  await expect(panel(page).getByText("GPT-4o mini does not take an effort.")).toBeVisible();
  await expect(panel(page).getByText("GPT-4o mini writes at most 16,000 tokens at a time.")).toBeVisible();
  await panel(page).getByLabel("Temperature").fill("0.2");
  await panel(page).getByLabel("Output limit").fill("20000");
  await expect(panel(page).getByText("so that is its limit")).toBeVisible();
  await page.keyboard.press("Escape");

  await chat.choose("openai/o4-mini");
  await open(page).click();
  await expect(panel(page).getByText("o4-mini does not take a temperature.")).toBeVisible();
  const temperature = panel(page).getByLabel("Temperature");
  await expect(temperature).toHaveValue("0.2");
  await expect(temperature).toHaveAttribute("readonly", "");
  await expect(temperature).toHaveAccessibleDescription("o4-mini does not take a temperature.");
  await panel(page).getByLabel("Effort").click();
  await page.getByRole("option", { name: "High", exact: true }).click();
  await expect(panel(page).getByLabel("Effort")).toHaveText("High");
  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
  await chat.ask("Which switch is it?");
  await chat.answered();
  const body = lastBody(upstream, "o4-mini");
  expect(body).toMatchObject({ reasoning_effort: "high", max_tokens: 20_000 });
  expect(body).not.toHaveProperty("temperature");

  await test.step("for a mode, the model counts that the mode picks", async () => {
    await chat.choose("Reasoning");
    await open(page).click();
    await expect(panel(page).getByText("o4-mini does not take a temperature.")).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await chat.choose("openai/gpt-4o-mini");
  await chat.ask("And now?");
  await chat.answered(2);
  const other = lastBody(upstream, "gpt-4o-mini");
  expect(other).toMatchObject({ temperature: 0.2, max_tokens: 16_000 });
  expect(other).not.toHaveProperty("reasoning_effort");
});

test("settings look right in both languages and themes, on a desktop and a phone", async ({
  page,
  browser,
  wye,
  ownerState,
}) => {
  test.setTimeout(300_000);
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("openai/o4-mini");
  await open(page).click();
  await panel(page)
    .getByLabel("Instructions")
    .fill(
      "Answer in short sentences.\nUse metric units, and name your sources.\n回答尽量简短，使用公制单位。",
    );
  await panel(page).getByLabel("Output limit").fill("4000");
  await page.keyboard.press("Escape");
  await chat.ask("Why is the sky blue?");
  await chat.answered();
  const path = new URL(page.url()).pathname;
  const composer = (at: Page) => at.locator("form textarea");
  const show = async (at: Page): Promise<Locator> => {
    await at.locator("form button:has(svg.lucide-sliders-horizontal)").click();
    const fields = at.getByRole("dialog").locator("textarea");
    await expect(fields).toBeVisible();
    return at.getByRole("dialog");
  };
  await inspect(browser, wye.url, ownerState, [
    { name: "settings-marked", path, ready: composer },
    { name: "settings-set", path, ready: composer, prepare: async (at) => void (await show(at)) },
    {
      name: "settings-wrong",
      path: "/",
      ready: composer,
      prepare: async (at) => {
        const dialog = await show(at);
        await dialog.locator("input").last().fill("5");
        await expect(dialog.getByRole("alert").last()).not.toBeEmpty();
      },
    },
  ]);
});
