import { expect, type Page } from "@playwright/test";
import { ChatPage } from "./support/chat-page";
import { inspect } from "./support/inspect";
import { ledgerOf } from "./support/run-wye";
import { test } from "./support/test";

// Azure's deployments have names of their own.
test.use({ wires: { AZURE: "azure" }, models: ["house-brain=gpt-5.2"] });

const panel = (page: Page) => page.getByRole("dialog");

test("looks before anybody said what a deployment is", async ({ browser, ownerState, wye }) => {
  test.setTimeout(600_000);
  await inspect(browser, wye.url, ownerState, [
    {
      name: "models-deployment",
      path: "/models?model=azure/house-brain",
      ready: (page) => panel(page).locator("form").first(),
    },
  ]);
});

test("a deployment is priced as the model that a person says it is, which the vendor's word proposes", async ({
  page,
  upstream,
  wye,
}) => {
  await page.goto("/models?model=azure/house-brain");
  await expect(panel(page).getByText("This model has no price")).toBeVisible();
  const choice = panel(page).getByRole("combobox", { name: "This is a deployment of" });
  await expect(panel(page).getByText("Azure OpenAI says: gpt-5.2.")).toBeVisible();
  await expect(choice).toHaveText("OpenAI: GPT-5.2");
  await panel(page).getByRole("button", { name: "Save" }).click();
  await expect(panel(page).getByText("This model has no price")).toBeHidden();
  await expect(panel(page).getByText("openai/gpt-5.2", { exact: true })).toBeVisible();
  await expect(panel(page).getByText("On or off, not shown")).toBeVisible();

  upstream.script("house-brain", { text: "Four.", inputTokens: 1000, outputTokens: 500 });
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("azure/house-brain");
  await chat.ask("Two and two?");
  await chat.answered();
  const ofChat = async () => (await ledgerOf(wye)).filter(({ purpose }) => purpose === "chat");
  await expect.poll(async () => (await ofChat()).length).toBe(1);
  // 1,000 tokens at 1.75 and 500 at 14, per million.
  expect((await ofChat())[0]).toMatchObject({ model: "house-brain", cost: "0.00875", status: "exact" });
  await page.goto("/models?model=azure/house-brain");
  const measured = panel(page).getByRole("region", { name: "Measured here, last 30 days" });
  await expect(measured.locator("dd")).toHaveText([
    /^\d.*s$/,
    /^[\d,.]+ tokens a second$/,
    /^100\.0% of \d+ calls?$/,
  ]);
  expect(upstream.calls.find(({ model }) => model === "house-brain")?.path).toContain("/responses");
});
