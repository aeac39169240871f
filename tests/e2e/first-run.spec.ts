import { expect } from "@playwright/test";
import { test } from "@/tests/support/server-fixture";
import { startUpstream } from "@/tests/support/upstream/start-upstream";
import { ChatPage } from "./support/chat-page";

test("whoever has the set-up link, and nobody else, makes the instance theirs and gets a first answer", async ({
  page,
  wye,
}) => {
  const upstream = await startUpstream({ models: ["first-model", "second-model"] });
  const link = wye.setupUrl();

  await test.step("without the link's token, or with another, nobody can claim it", async () => {
    await page.goto("/");
    await expect(page).toHaveURL(/\/signin/);
    await expect(page.getByText("This server is not set up yet")).toBeVisible();
    for (const address of ["/setup", "/setup?token=wrong", `${link}x`]) {
      await page.goto(address);
      await expect(page.getByRole("heading", { name: "This set-up link is not right" })).toBeVisible();
      await expect(page.getByRole("textbox")).toHaveCount(0);
    }
  });

  await test.step("the link creates the owner's account and the team", async () => {
    await page.goto(link);
    await page.getByLabel("Your name").fill("Ada Lovelace");
    await page.getByLabel("E-mail").fill("ada@example.com");
    await page.getByLabel("Password", { exact: true }).fill("engines of analysis");
    await expect(page.getByText("Strength of the password: strong")).toBeVisible();
    await page.getByLabel("Name of your team").fill("Analytical engine");
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page.getByRole("heading", { name: "Connect a model" })).toBeVisible();
  });

  await test.step("a key that the vendor refuses is said to be wrong, and nothing is connected", async () => {
    await page.getByText("Use another address or name").click();
    await page.getByLabel("Base URL").fill(upstream.baseUrl("openai"));
    await page.getByLabel("API key").fill("bad-key-0123456789");
    await page.getByRole("button", { name: "Connect", exact: true }).click();
    await expect(page.getByText("rejected the key")).toBeVisible();
    await expect(page.getByText("bad-key-0123456789")).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Not now" })).toBeVisible();
    expect(upstream.calls.at(-1)?.headers.authorization).toBe("Bearer bad-key-0123456789");
  });

  await test.step("until a vendor is connected, the router says what comes first", async () => {
    const connecting = page.url();
    await page.goto("/router");
    await expect(page.getByText("No model is connected yet")).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: "Connect a vendor" })).toBeVisible();
    await page.goto(connecting);
  });

  await test.step("a base URL that works shows how many models it has", async () => {
    await page.getByRole("tab", { name: "Address" }).click();
    await page.getByLabel("Base URL").fill(upstream.baseUrl("openai"));
    await page.getByRole("button", { name: "Connect", exact: true }).click();
    await expect(page.getByText("openai-compatible is connected: 2 models found.")).toBeVisible();
    await page.getByRole("link", { name: "Start chatting" }).click();
  });

  await test.step("the first question is answered", async () => {
    upstream.script("first-model", { text: "The first answer, from a real upstream." });
    const chat = new ChatPage(page);
    await chat.choose("first-model");
    await chat.ask("Is anybody there?");
    await chat.answered();
    await expect(chat.lastAnswer).toContainText("The first answer, from a real upstream.");
    await expect(page).toHaveURL(/\/chat\//);
  });

  await test.step("the link is used up", async () => {
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "This server is set up already" })).toBeVisible();
    await expect(page.getByRole("textbox")).toHaveCount(0);
  });
  await upstream.close();
});
