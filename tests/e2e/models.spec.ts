import { expect } from "@playwright/test";
import { ChatPage } from "./support/chat-page";
import { cutActions } from "./support/cut-actions";
import { choose, rowOf, search, table } from "./support/models-page";
import { newMember } from "./support/new-member";
import { test } from "./support/test";

// A catalogue of its own: models are hidden and changed.
test.use({ models: ["gpt-4o-mini", "o4-mini", "plain-1"] });

test("models without a price are said loudly, and shown at once", async ({ page }) => {
  await page.goto("/models");
  await expect(page.getByText("4 connected models have no price")).toBeVisible();
  await page.getByRole("button", { name: "Show them" }).click();
  await expect(table(page).getByRole("row")).toHaveCount(5);
  await expect(rowOf(page, "openai/plain-1")).toContainText("Not in the catalogue");
  // What is hidden cannot be asked: neither the count nor what it leads to has it.
  await rowOf(page, "openai/plain-1").getByRole("button").click();
  await page.getByRole("dialog").getByRole("button", { name: "Hide" }).click();
  await expect(page.getByText("3 connected models have no price")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(table(page).getByRole("row")).toHaveCount(4);
  await choose(page, "Connection", "Hidden");
  await expect(table(page).getByRole("row")).toHaveCount(2);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("4 connected models have no price")).toBeVisible();
});

test("a model without a price leads to the form that gives it one", async ({ page }) => {
  await page.goto("/models?model=openai/plain-1");
  const panel = page.getByRole("dialog");
  await expect(panel.getByText("This model has no price")).toBeVisible();
  await panel.getByRole("link", { name: "Set a price" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Set a price");
  await expect(page.getByRole("combobox", { name: "Vendor" })).toHaveText("OpenAI");
  await expect(page.getByLabel("Model", { exact: true })).toHaveValue("plain-1");
  await page.goto("/models?model=OpenAI/gpt-4o-mini".toLowerCase());
  await expect(panel.getByRole("heading", { name: "GPT-4o mini" })).toBeVisible();
  await expect(panel.getByRole("link", { name: "Set a price" })).toHaveCount(0);
});

test("a hidden model leaves the picker until the hiding is undone", async ({ page }) => {
  await page.goto("/models");
  await search(page).fill("o4-mini");
  await choose(page, "Connection", "Connected");
  await rowOf(page, "openai/o4-mini").getByRole("button").click();
  const panel = page.getByRole("dialog");
  await panel.getByRole("button", { name: "Hide" }).click();
  await expect(panel.getByRole("button", { name: "Show again" })).toBeVisible();
  await page.keyboard.press("Escape");
  await choose(page, "Connection", "Hidden");
  await expect(rowOf(page, "openai/o4-mini")).toContainText("Hidden");
  const chat = new ChatPage(await page.context().newPage());
  const options = async () => {
    await chat.open();
    await chat.picker.click();
    await expect(chat.page.getByRole("option", { name: /gpt-4o mini/i }).first()).toBeVisible();
    return chat.page.locator("[role=option][data-value='openai/o4-mini']").count();
  };
  expect(await options()).toBe(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rowOf(page, "openai/o4-mini")).toHaveCount(0);
  expect(await options()).toBe(1);
});

test("what did not reach the server is said where it was done, and the panel stays", async ({ page }) => {
  await page.goto("/models?model=openai/o4-mini");
  const panel = page.getByRole("dialog");
  await cutActions(page);
  await panel.getByRole("button", { name: "Hide" }).click();
  await expect(page.getByText("The server did not answer, so this may not be done.")).toBeVisible();
  await expect(panel.getByRole("button", { name: "Hide" })).toBeVisible();
  await page.unrouteAll();
  await panel.getByRole("button", { name: "Hide" }).click();
  await panel.getByRole("button", { name: "Show again" }).click();
  await expect(panel.getByRole("button", { name: "Hide" })).toBeVisible();
});

test("what is changed here is shown everywhere, and can be taken back", async ({ page }) => {
  await page.goto("/models");
  await search(page).fill("openai/gpt-4o-mini");
  await choose(page, "Connection", "Connected");
  await rowOf(page, "openai/gpt-4o-mini").getByRole("button").click();
  const panel = page.getByRole("dialog");
  await panel.getByRole("button", { name: "Change what is known" }).click();
  await panel.getByLabel("Context, in tokens").fill("lots");
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(panel.getByText("A whole number of tokens, such as 128000.")).toBeVisible();
  await panel.getByLabel("Name", { exact: true }).fill("House mini");
  await panel.getByLabel("Context, in tokens").fill("64,000");
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(panel.getByText("64,000 tokens")).toBeVisible();
  await expect(panel.getByRole("heading", { name: "House mini" })).toBeVisible();
  await panel.getByRole("button", { name: "Take back our changes" }).click();
  await expect(panel.getByRole("heading", { name: "GPT-4o mini" })).toBeVisible();
});

test("whatever is known of a model can be known better here", async ({ page }) => {
  await page.goto("/models?model=openai/gpt-4o-mini");
  const panel = page.getByRole("dialog");
  const fact = (group: string, label: string) =>
    panel
      .getByRole("region", { name: group })
      .locator("div")
      .filter({ has: page.getByText(label, { exact: true }) })
      .locator("dd");
  const press = (group: string, name: string) =>
    panel.getByRole("group", { name: group }).getByRole("button", { name, exact: true }).click();
  await panel.getByRole("button", { name: "Change what is known" }).click();
  await expect(panel.getByRole("group", { name: "Reads" })).toContainText("As known: text and images");
  await press("Reads", "audio");
  await press("Reads", "text");
  await press("Modes that it serves", "Reasoning");
  await panel.getByRole("combobox", { name: "Structured output" }).click();
  await page.getByRole("option", { name: "No", exact: true }).click();
  await panel.getByLabel("Knows until").fill("2031-13");
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(panel.getByText("A day, a month or a year, such as 2025-06.")).toBeVisible();
  await panel.getByLabel("Knows until").fill("2031-02");
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(fact("What it can do", "Reads")).toHaveText("text and audio");
  await expect(fact("What it can do", "Modes")).toHaveText("Reasoning");
  await expect(fact("What it can do", "Structured output")).toHaveText("No");
  await expect(fact("What it can do", "Knows until")).toHaveText("February 2031");
  await panel.getByRole("button", { name: "Take back our changes" }).click();
  await expect(fact("What it can do", "Reads")).toHaveText("text and images");
});

test("a model that nobody listed is added", async ({ page }) => {
  await page.goto("/models");
  await page.getByRole("button", { name: "Add a model" }).click();
  const panel = page.getByRole("dialog");
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(panel.getByText("An id is needed.")).toBeVisible();
  await panel.getByLabel("Id").fill("house-9000");
  await panel.getByLabel("Name", { exact: true }).fill("House 9000");
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(panel).toBeHidden();
  await search(page).fill("house-9000");
  await expect(rowOf(page, "House 9000")).toContainText("Changed here");
});

test("a model that is there is not added again: it is shown, and what was said of it stays", async ({
  page,
}) => {
  await page.goto("/models?model=openai/plain-1");
  const panel = page.getByRole("dialog");
  await panel.getByRole("button", { name: "Change what is known" }).click();
  await panel.getByLabel("Name", { exact: true }).fill("House plain");
  await panel.getByRole("button", { name: "Save" }).last().click();
  await expect(panel.getByRole("heading", { name: "House plain" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Add a model" }).click();
  await panel.getByRole("combobox", { name: "Vendor" }).click();
  await page.getByRole("option", { name: "OpenAI", exact: true }).click();
  await panel.getByLabel("Id").fill("Plain-1");
  await panel.getByLabel("Name", { exact: true }).fill("Another");
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(panel.getByRole("alert").filter({ hasText: "openai/Plain-1 is there already" })).toBeVisible();
  await panel.getByRole("button", { name: "Show it" }).click();
  await expect(panel.getByRole("heading", { name: "House plain" })).toBeVisible();
  await panel.getByRole("button", { name: "Take back our changes" }).click();
  await expect(panel.getByRole("heading", { name: "plain-1" })).toBeVisible();
});

test("all that is known is in the panel, and what is not is said to be unknown", async ({ page }) => {
  await page.goto("/models?model=anthropic/claude-sonnet-4-5");
  const panel = page.getByRole("dialog");
  const fact = (label: string) =>
    panel
      .locator("dl > div")
      .filter({ has: page.locator("dt", { hasText: label }) })
      .locator("dd");
  for (const [label, value] of [
    ["Cache read", /^\$0\.30/],
    ["Cache write, 5 min", /^\$3\.75/],
    ["Cache write, 1 h", /^\$6\.00/],
    ["Efforts", /^No thinking · Low · Medium · High$/],
    ["Writes", /./],
    ["Knows until", /./],
    ["Served until", /./],
    ["First token", /^–$/],
    ["Answered", /^–$/],
  ] as const)
    await expect(fact(label), label).toHaveText(value);
});

test("who may not see the catalogue is told who can, and has no way to it", async ({ browser, wye }) => {
  const page = await newMember(browser, wye, "Mira", "member");
  await page.goto("/models");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page is not open to you");
  await expect(page.locator("main")).toContainText("Owner can help: they own the team.");
  await expect(page.getByRole("table")).toHaveCount(0);
  await expect(page.getByRole("searchbox")).toHaveCount(0);
  await expect(page.getByRole("navigation").getByRole("link", { name: "Models" })).toHaveCount(0);
  await page.context().close();
});

test("up to four models are compared side by side", async ({ page }) => {
  await page.goto("/models");
  await search(page).fill("claude opus 4");
  const boxes = table(page).getByRole("checkbox");
  for (const nth of [0, 1, 2, 3]) await boxes.nth(nth).check();
  await expect(boxes.nth(4)).toBeDisabled();
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  const panel = page.getByRole("dialog", { name: "Compare models" });
  await expect(panel.getByRole("columnheader")).toHaveCount(5);
  await expect(panel.getByRole("rowheader", { name: "Prices, per million tokens" })).toBeVisible();
  for (const label of [
    "Output",
    "Cache read",
    "Cache write, 1 h",
    "Efforts",
    "Writes",
    "Knows until",
    "Speed",
  ])
    await expect(panel.getByRole("rowheader", { name: label, exact: true }), label).toBeVisible();
  await expect(panel.getByRole("row", { name: /^Output / })).toContainText("$");
  await panel
    .getByRole("button", { name: /Leave out/ })
    .first()
    .click();
  await expect(panel.getByRole("columnheader")).toHaveCount(4);
});
