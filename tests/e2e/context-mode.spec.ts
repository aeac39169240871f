import { expect, type Locator, type Page } from "@playwright/test";
import { choice, open, save } from "./support/router-page";
import { LARGE, SMALL, talk } from "./support/small-context";
import { test } from "./support/test";

// A team of its own: its routing is changed.
test.use({ models: [SMALL, LARGE], wires: { OPENAI_COMPATIBLE: "openai" } });

const notice = (page: Page): Locator => page.getByRole("region", { name: "Room in this chat" });
const LONG = "word ".repeat(600);

test("what is too long for a mode's model is said to be answered as the team's policy has it, and not to be refused", async ({
  page,
  upstream,
}) => {
  await open(page);
  await page.getByLabel("Blocked models").fill(`openai-compatible/${LARGE}`);
  await save(page);
  const chat = await talk(page, upstream, 2_400);
  await chat.composer.fill(LONG);
  await expect(notice(page)).toContainText("it will be refused unless you make room");
  await chat.choose("Knowledge");
  await expect(notice(page)).toContainText("a model of the mode with more room will answer it");
  await expect(notice(page)).not.toContainText("refused");
  const path = new URL(page.url()).pathname;

  await open(page);
  await choice(page, "When a conversation is too long for a model", "Summarise first").check();
  await save(page);
  await page.goto(path);
  await chat.composer.fill(LONG);
  await expect(notice(page)).toContainText("the messages above will be summarised first");
  await chat.choose(`openai-compatible/${SMALL}`);
  await expect(notice(page)).toContainText("the messages above will be summarised first");
});
