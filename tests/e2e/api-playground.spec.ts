import { expect, type Page } from "@playwright/test";
import { inspect } from "./support/inspect";
import { ledgerOf, runWye } from "./support/run-wye";
import { test } from "./support/test";

test.describe.configure({ mode: "serial", timeout: 600_000 });

const TEXT = "Hello from the upstream, word by word.";
const MODEL = "openai/gpt-4o-mini";

async function open(page: Page): Promise<void> {
  await page.goto("/keys/playground");
  await page.getByLabel("Model or mode").fill(MODEL);
}
const send = (page: Page) => page.getByRole("button", { name: "Send" }).click();
const result = (page: Page) => page.getByRole("region", { name: "What came back" });

test("a person asks with their own rights: the answer streams, and the call is theirs", async ({
  page,
  wye,
}) => {
  await open(page);
  await page.getByLabel("Question").fill("It's $HOME, isn't it?");
  await page.getByLabel("Temperature").fill("0.5");
  await page.getByLabel("Question").press("Control+Enter");
  await expect(result(page).locator("[data-answer]")).toHaveText(TEXT);
  await expect(result(page)).toContainText("Complete");
  await expect(result(page)).toContainText(MODEL);
  await expect(result(page)).toContainText("x-request-id");
  const [call] = await ledgerOf(wye);
  expect(call).toMatchObject({ purpose: "api", outcome: "complete", status: "exact", key: null });
  await result(page).getByText("As it came over the wire").click();
  await expect(result(page).getByRole("region", { name: "As it came" })).toContainText(
    `"cost":"${call?.cost}"`,
  );

  const sample = page.locator("[data-sample]");
  await expect(sample).toContainText(`'${wye.url}/api/v1/chat/completions'`);
  await expect(sample).toContainText(`It'\\''s $HOME`);
  await page.getByRole("button", { name: "Python" }).click();
  await expect(sample).toContainText("temperature=0.5,");
  await page.getByRole("button", { name: "TypeScript" }).click();
  await expect(sample).toContainText('from "openai"');
});

test("no browser is told that another site's page may ask with the cookie", async ({ wye }) => {
  const response = await fetch(`${wye.url}/api/v1/chat/completions`, {
    method: "OPTIONS",
    headers: { origin: "https://elsewhere.example", "access-control-request-headers": "x-wye-session" },
  });
  const names = [...response.headers.keys()].filter((name) => name.startsWith("access-control-"));
  expect(names).toEqual([]);
});

test("a key asks with its own rights, and what it may not ask is told", async ({ page, wye }) => {
  const made = ["key", "create", "--name", "narrow", "--models", "openai/*", "--json"];
  const { key }: { key: string } = JSON.parse(await runWye(wye, ...made));
  await open(page);
  await page.getByText("A key", { exact: true }).click();
  await page.getByRole("textbox", { name: "Key", exact: true }).fill(key);
  await page.getByLabel("Stream the answer").uncheck();
  await send(page);
  await expect(result(page).locator("[data-answer]")).toHaveText(TEXT);
  await expect(result(page)).toContainText("x-wye-cost");
  expect((await ledgerOf(wye))[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
  await page.getByLabel("Model or mode").fill("nobody/nothing");
  await send(page);
  await expect(result(page).getByRole("alert")).toBeVisible();
  await page.getByRole("textbox", { name: "Key", exact: true }).fill("wye_wrong");
  await send(page);
  await expect(result(page).getByRole("alert")).toContainText("invalid_api_key");
});

test("Stop stops the vendor, and what was said stays", async ({ page, wye, upstream }) => {
  upstream.script("gpt-4o-mini", { hold: { afterTokens: 2, released: new Promise(() => undefined) } });
  await open(page);
  await send(page);
  await expect(result(page).locator("[data-answer]")).toContainText("Hello from");
  await page.getByLabel("Question").press("Escape");
  await expect(result(page)).toContainText("Stopped");
  await expect(result(page).locator("[data-answer]")).toContainText("Hello from");
  await expect.poll(() => upstream.calls.at(-1)?.disconnectedAt ?? null).not.toBeNull();
  await expect
    .poll(async () => (await ledgerOf(wye))[0])
    .toMatchObject({ outcome: "stopped", status: "estimated" });
  upstream.reset();
});

test("a body is written as JSON, and one that is none is sent to be refused", async ({ page, upstream }) => {
  await open(page);
  await page.getByText("JSON", { exact: true }).click();
  const body = page.getByLabel("Body");
  await expect(body).toHaveValue(/"model": "openai\/gpt-4o-mini"/);
  await body.fill(JSON.stringify({ model: MODEL, messages: [{ role: "user", content: "x" }], seed: 7 }));
  await send(page);
  await expect(result(page).locator("[data-answer]")).toHaveText(TEXT);
  expect(upstream.calls.at(-1)?.body).toMatchObject({ seed: 7 });
  await body.fill("{");
  await expect(body).toHaveAttribute("aria-invalid", "true");
  await send(page);
  await expect(result(page).getByRole("alert")).toContainText("invalid_value");
});

test("the page is fit to be looked at, before, after and when it is refused", async ({
  browser,
  wye,
  ownerState,
}) => {
  const ready = (page: Page) => page.getByRole("button", { name: /^(Send|发送)$/ });
  const model = (page: Page) => page.getByLabel(/^(Model or mode|模型或模式)$/);
  await inspect(browser, wye.url, ownerState, [
    { name: "playground", path: "/keys/playground", ready },
    {
      name: "playground-answered",
      path: "/keys/playground",
      ready,
      prepare: async (page) => {
        await model(page).fill(MODEL);
        await ready(page).click();
        await expect(page.getByText(/^(Complete|已完成)$/)).toBeVisible();
      },
    },
    {
      name: "playground-refused",
      path: "/keys/playground",
      ready,
      failing: /404/,
      prepare: async (page) => {
        await model(page).fill("nobody/nothing");
        await ready(page).click();
        await expect(page.locator("section").getByRole("alert")).toBeVisible();
      },
    },
  ]);
});

test("an API that is switched off says so on both pages", async ({ page, browser, wye, ownerState }) => {
  const turn = async (state: "on" | "off") => {
    await page.goto("/admin/settings");
    await page.getByRole("switch", { name: "API for programs" }).click();
    await expect(page.getByText(`API for programs: ${state}.`)).toBeVisible();
  };
  await turn("off");
  for (const path of ["/keys/playground", "/keys/reference"]) {
    await page.goto(path);
    await expect(page.getByRole("main")).toContainText("The API is switched off on this installation");
  }
  await inspect(browser, wye.url, ownerState, [
    {
      name: "playground-off",
      path: "/keys/playground",
      ready: (page) => page.getByRole("heading", { level: 1 }),
    },
  ]);
  await turn("on");
});
