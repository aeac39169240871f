import { expect } from "@playwright/test";
import { ChatPage } from "./support/chat-page";
import { inspect, type Scene } from "./support/inspect";
import { newMember } from "./support/new-member";
import { ledgerOf } from "./support/run-wye";
import { test } from "./support/test";

test.describe.configure({ mode: "serial" });

const data: Scene = {
  name: "team-data",
  path: "/team/data",
  ready: (page) => page.locator("main h2").last(),
};

test("what a team has, and its deletion, in every language, theme and size", async ({
  browser,
  baseURL,
  ownerState,
}) => {
  await inspect(browser, baseURL ?? "", ownerState, [data]);
});

test("a team that is being deleted is read and exported, asks nothing, and is had back", async ({
  page,
  browser,
  baseURL,
  ownerState,
  wye,
}) => {
  const member = await newMember(browser, wye, "Mary", "member");
  const chat = new ChatPage(member);
  await chat.ask("Is this kept?");
  await member.waitForURL(/\/chat\//);

  await page.goto("/team/data");
  await expect(page.getByText("It does not include what members wrote")).toBeVisible();
  await page.getByRole("button", { name: "Delete Platform" }).click();
  await expect(page.getByText(/^Platform will be deleted on/).first()).toBeVisible();
  await expect(page.getByText("It includes the chats of all members")).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download the archive" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^wye-team-\d{4}-\d\d-\d\d\.zip$/);
  expect(await download.failure()).toBeNull();
  await inspect(browser, baseURL ?? "", ownerState, [
    { ...data, name: "team-data-ending" },
    { name: "chat-ending", path: "/", ready: (page) => page.locator('main a[href="/team/data"]').last() },
  ]);

  const calls = (await ledgerOf(wye)).length;
  await member.reload();
  await expect(member.getByText("Is this kept?").first()).toBeVisible();
  await expect(member.getByRole("link", { name: "Export your data" })).toBeVisible();
  await expect(member.getByText(/Only .+ can keep the team\./)).toBeVisible();
  await expect(chat.composer).toHaveCount(0);
  const asked = await member.evaluate(async () => {
    const response = await fetch("/api/chat", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        chatId: crypto.randomUUID(),
        message: { id: crypto.randomUUID(), text: "Again?" },
        parentId: null,
        answerId: crypto.randomUUID(),
        choice: { kind: "mode", mode: "knowledge" },
      }),
    });
    return { status: response.status, body: await response.json() };
  });
  expect(asked).toMatchObject({ status: 409, body: { error: { code: "team_ending" } } });
  expect(await ledgerOf(wye)).toHaveLength(calls);

  await page.getByRole("button", { name: "Undo the deletion" }).click();
  await expect(page.getByRole("button", { name: "Delete Platform" })).toBeVisible();
  await member.goto("/");
  await chat.ask("And now?");
  await member.waitForURL(/\/chat\//);
  await member.context().close();
});
