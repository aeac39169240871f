import { expect, type Locator, type Page } from "@playwright/test";
import { callsOf } from "./support/calls-of";
import { gate } from "./support/gate";
import { ledgerOf, runWye } from "./support/run-wye";
import { LARGE, SMALL, talk, way } from "./support/small-context";
import { test } from "./support/test";

test.use({ models: [SMALL, LARGE, "plain-1"], wires: { OPENAI_COMPATIBLE: "openai" } });

const notice = (page: Page): Locator => page.getByRole("region", { name: "Room in this chat" });
const card = (page: Page, count: number): Locator =>
  page
    .locator("article")
    .filter({ has: page.getByRole("button", { name: new RegExp(`Summary of .*${count} `) }) });
const contents = (upstream: Parameters<typeof callsOf>[0], model = SMALL): string[] =>
  callsOf(upstream, model)
    .at(-1)
    ?.messages.map(({ content }) => content) ?? [];

test("a chat that comes near its model's context says how full it is and of what, before it fails", async ({
  page,
  upstream,
}) => {
  const chat = await talk(page, upstream, 2_400);
  await expect(notice(page)).toContainText(`This chat fills 80% of what ${SMALL} can read at once.`);
  await way(page, "What fills it").click();
  const breakdown = page.getByRole("dialog", { name: "What fills it" });
  await expect(breakdown).toContainText("Answer to come1,000");
  await expect(breakdown).toContainText("vendor's own count");
  await page.keyboard.press("Escape");

  await test.step("what is typed counts, and what is too much can still be sent", async () => {
    await chat.composer.fill("word ".repeat(600));
    await expect(notice(page)).toContainText("it will be refused unless you make room");
    upstream.script(SMALL, { text: "It went through." });
    await chat.composer.press("Enter");
    await expect(chat.lastAnswer).toContainText("It went through.");
  });
});

test("a model with more room is chosen in one click", async ({ page, upstream }) => {
  const chat = await talk(page, upstream, 2_400);
  await way(page, "Larger model").click();
  await expect(page.getByRole("menuitem")).toHaveCount(1);
  await expect(page.getByRole("menuitem")).toContainText("64K context");
  await page.getByRole("menuitem", { name: LARGE }).click();
  await expect(chat.picker).toHaveAccessibleName(`Model: ${LARGE}`);
  await expect(notice(page)).toHaveCount(0);
  await chat.choose("openai-compatible/plain-1");
  await expect(notice(page)).toHaveCount(0);
});

test("compacting writes a metered summary that survives a reload, and is sent in the place of what is above it", async ({
  page,
  upstream,
  wye,
}) => {
  const chat = await talk(page, upstream, 2_400);
  const { released, release } = gate();
  upstream.script(
    SMALL,
    { text: "**Everest** 8,849 m, K2 8,611 m.", hold: { afterTokens: 2, released } },
    { once: true },
  );
  await way(page, "Compact").click();
  await expect(page.getByText("Summarising 4 messages")).toBeVisible();
  await expect(chat.lastAnswer).toContainText("Everest 8,849");
  await page.reload();
  await expect(page.getByText("Summarising 4 messages")).toBeVisible();
  await expect(chat.lastAnswer).toContainText("Everest 8,849");
  release();
  const summary = card(page, 4);
  await expect(summary).toHaveAttribute("aria-busy", "false");
  await expect(notice(page)).toHaveCount(0);
  await expect(page.getByText("And K2?")).toBeVisible();

  await test.step("it is folded, and opens", async () => {
    await expect(summary.getByText("K2 8,611 m.")).toHaveCount(0);
    await summary.getByRole("button", { name: "Summary of the 4 messages" }).click();
    await expect(summary.getByText("K2 8,611 m.")).toBeVisible();
    await expect(summary).toContainText(SMALL);
  });

  await test.step("an edit is kept and sent", async () => {
    await summary.getByRole("button", { name: "Edit the summary" }).click();
    const editor = page.getByLabel("The summary", { exact: true });
    await expect(editor).toBeFocused();
    await editor.fill("Everest is higher than K2.");
    await editor.press("Control+Enter");
    await expect(editor).toHaveCount(0);
    await expect(summary.getByText("edited")).toBeVisible();
    await page.reload();
    await expect(summary.getByText("edited")).toBeVisible();
    upstream.script(SMALL, { text: "By 238 metres." });
    await chat.ask("By how much?");
    await expect(chat.lastAnswer).toContainText("By 238 metres.");
    await chat.answered(4);
    expect(contents(upstream)).toHaveLength(1);
    expect(contents(upstream)[0]).toMatch(/Everest is higher than K2\..*By how much\?$/s);
  });

  await test.step("deleted, everything is sent again; undone, it is back", async () => {
    await summary.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await expect(summary).toHaveCount(0);
    await chat.ask("Sure?");
    await chat.answered(4);
    expect(contents(upstream)).toHaveLength(7);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(summary).toBeVisible();
  });

  const shown = await runWye(wye, "chat", "show", new URL(page.url()).pathname.split("/").at(-1) ?? "");
  expect(shown).toContain("Summary of what is above");
  const rows = await ledgerOf(wye);
  expect(rows.filter(({ purpose }) => purpose === "summary")).toMatchObject([
    { outcome: "complete", model: SMALL },
  ]);
});

test("a stopped summary takes no effect, says so, and can be tried again", async ({ page, upstream }) => {
  const chat = await talk(page, upstream, 2_400);
  const { released } = gate();
  upstream.script(SMALL, { text: "Everest and K2", hold: { afterTokens: 2, released } }, { once: true });
  await way(page, "Compact").click();
  await expect(chat.lastAnswer).toContainText("Everest and");
  await chat.stop.click();
  await expect(page.getByText("The summary was stopped")).toBeVisible();
  await expect(page.getByText("It takes no effect")).toBeVisible();
  await expect(notice(page)).toBeVisible();
  upstream.script(SMALL, { text: "Everest and K2, whole." }, { once: true });
  await way(page, "Retry").click();
  await expect(page.getByText("From here on the model reads this summary")).toBeVisible();
  await expect(page.getByRole("group", { name: "Version 2 of 2" })).toBeVisible();
  await expect(page.getByText("The summary was stopped")).toHaveCount(0);
});

test("a chat goes on in a new one that starts with the summary, with what was typed", async ({
  page,
  upstream,
}) => {
  const chat = await talk(page, upstream, 2_400);
  const source = page.url();
  await chat.composer.fill("Which is higher?");
  upstream.script(SMALL, { text: "Everest 8,849 m, K2 8,611 m." }, { once: true });
  await way(page, "Continue in a new chat").click();
  await expect(page).not.toHaveURL(source);
  await expect(page.getByText("Forked from")).toBeVisible();
  await expect(card(page, 4)).toBeVisible();
  await expect(page.getByText("And K2?")).toHaveCount(0);
  await expect(chat.composer).toHaveValue("Which is higher?");
  upstream.script(SMALL, { text: "Everest." });
  await chat.composer.press("Enter");
  await expect(chat.lastAnswer).toContainText("Everest.");
  expect(contents(upstream)).toHaveLength(1);
  await page.goto(source);
  await expect(page.getByText("And K2?")).toBeVisible();
  await expect(chat.composer).toHaveValue("");
});

test("an answer that its vendor refused as too long offers the same ways, and is given after the summary", async ({
  page,
  upstream,
}) => {
  const chat = await talk(page, upstream, 100);
  upstream.script(SMALL, { fault: "context_length" }, { once: true });
  await chat.ask("Which is higher?");
  await expect(chat.lastAnswer).toContainText("This conversation is longer than");
  for (const name of ["Compact", "Continue in a new chat", "Larger model"])
    await expect(way(chat.lastAnswer, name)).toBeVisible();
  upstream.script(SMALL, { text: "Everest 8,849 m, K2 8,611 m." }, { once: true });
  upstream.script(SMALL, { text: "Everest is higher." });
  await way(chat.lastAnswer, "Compact").click();
  await expect(chat.lastAnswer).toContainText("Everest is higher.");
  await expect(card(page, 4)).toBeVisible();
  await chat.answered(4);
  expect(contents(upstream)[0]).toMatch(/K2 8,611 m\..*Which is higher\?$/s);
  await page.reload();
  await expect(card(page, 4)).toBeVisible();
  await expect(chat.lastAnswer).toContainText("Everest is higher.");

  await test.step("the refused one is still beside it", async () => {
    await card(page, 4).getByRole("button", { name: "Previous version" }).click();
    await expect(page.getByText("This conversation is longer than")).toBeVisible();
    await expect(card(page, 4)).toHaveCount(0);
    upstream.script(LARGE, { text: "Everest, says the large one." });
    await way(chat.lastAnswer, "Larger model").click();
    await page.getByRole("menuitem", { name: LARGE }).click();
    await expect(chat.lastAnswer).toContainText("Everest, says the large one.");
    await expect(chat.picker).toHaveAccessibleName(`Model: ${LARGE}`);
    expect(contents(upstream, LARGE)).toHaveLength(5);
  });
});
