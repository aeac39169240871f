import { expect } from "@playwright/test";
import OpenAI from "openai";
import { inspect } from "./support/inspect";
import { ledgerOf, runWye } from "./support/run-wye";
import { test } from "./support/test";

test.describe.configure({ mode: "serial", timeout: 600_000 });

const TEXT = "Hello from the upstream, word by word.";
const messages = [{ role: "user" as const, content: "What is new?" }];
const clientOf = (url: string, apiKey: string) =>
  new OpenAI({ apiKey, baseURL: `${url}/api/v1`, maxRetries: 0 });

test("a key is made, shown once, used, rotated and revoked", async ({ page, wye, upstream }) => {
  await page.goto("/keys");
  await page.getByRole("button", { name: "Make a key" }).click();
  const panel = page.getByRole("dialog");
  await panel.getByRole("button", { name: "Make a key" }).click();
  await expect(panel.getByLabel("Name")).toHaveAttribute("aria-invalid", "true");
  await panel.getByLabel("Name").fill("Nightly report");
  await panel.getByLabel("Only from these addresses").fill("somewhere");
  await panel.getByRole("button", { name: "Make a key" }).click();
  await expect(panel.getByLabel("Only from these addresses")).toHaveAttribute("aria-invalid", "true");
  await panel.getByLabel("Only from these addresses").fill("127.0.0.0/8\n::1");
  await panel.getByRole("button", { name: "Make a key" }).click();
  const key = (await panel.locator("[data-key]").textContent()) ?? "";
  expect(key).toMatch(/^wye_[\w-]{64}$/);
  await panel.getByRole("button", { name: "I have kept it" }).click();
  const row = page.getByRole("row").filter({ hasText: "Nightly report" });
  await expect(row).toContainText("Works");
  await page.reload();
  expect(await page.content()).not.toContain(key);

  const client = clientOf(wye.url, key);
  const { data, response } = await client.chat.completions
    .create({ model: "openai/gpt-4o-mini", messages })
    .withResponse();
  expect(data.choices[0]?.message.content).toBe(TEXT);
  const [call] = await ledgerOf(wye);
  expect(call).toMatchObject({ purpose: "api", outcome: "complete", status: "exact" });
  expect(response.headers.get("x-wye-cost")).toBe(`${call?.cost} ${call?.currency}`);

  await row.getByRole("button", { name: "Rotate Nightly report" }).click();
  const second = (await panel.locator("[data-key]").textContent()) ?? "";
  await expect(panel).toContainText("24 hours");
  await panel.getByRole("button", { name: "I have kept it" }).click();
  for (const one of [key, second]) expect((await clientOf(wye.url, one).models.list()).data).not.toEqual([]);

  await row.getByRole("button", { name: "Revoke Nightly report" }).click();
  await expect(panel).toContainText("cannot be undone");
  await panel.getByRole("button", { name: "Revoke for good" }).click();
  await expect(row).toContainText("Revoked");
  for (const one of [key, second])
    await expect(clientOf(wye.url, one).models.list()).rejects.toMatchObject({ status: 401 });
  expect(upstream.calls.at(-1)?.headers.authorization).not.toContain("wye_");
});

test("what a key may ask is picked on the page, holds at once, and is taken back", async ({ page, wye }) => {
  const made = JSON.parse(await runWye(wye, "key", "create", "--name", "picked", "--json")) as {
    key: string;
  };
  const client = clientOf(wye.url, made.key);
  const ask = () => client.chat.completions.create({ model: "openai/gpt-4o-mini", messages });
  await page.goto("/keys");
  const row = page.getByRole("row").filter({ hasText: "picked" });
  await row.getByRole("button", { name: "Models of picked" }).click();
  const panel = page.getByRole("dialog");
  await panel.getByLabel("Only these models").fill("anthropic/*");
  await panel.getByLabel("Only these models").press("Enter");
  await expect(panel.getByRole("list", { name: "Models of this key" })).toContainText("anthropic/*");
  await panel.getByLabel("Auto").uncheck();
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(row).toContainText("Only anthropic/*");
  await expect(row).toContainText("Only the modes");
  await expect(ask()).rejects.toMatchObject({ status: 404, code: "model_not_found" });
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row).not.toContainText("Only anthropic/*");
  expect((await ask()).choices[0]?.message.content).toBe(TEXT);
});

test("a program streams over a real connection, and one that leaves stops its vendor", async ({
  wye,
  upstream,
}) => {
  const made: { key: string } = JSON.parse(await runWye(wye, "key", "create", "--name", "cli", "--json"));
  const client = clientOf(wye.url, made.key);
  const ask = () =>
    client.chat.completions.create({
      ...{ model: "openai/gpt-4o-mini", messages, stream: true, stream_options: { include_usage: true } },
    });
  const chunks = await Array.fromAsync(await ask());
  expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? "").join("")).toBe(TEXT);
  const [call] = await ledgerOf(wye);
  expect(chunks.at(-1)?.usage).toMatchObject({ cost: call?.cost, currency: call?.currency });

  upstream.script("gpt-4o-mini", { hold: { afterTokens: 2, released: new Promise(() => undefined) } });
  for await (const chunk of await ask()) if (chunk.choices[0]?.delta.content?.startsWith("from")) break;
  await expect.poll(() => upstream.calls.at(-1)?.disconnectedAt ?? null).not.toBeNull();
  await expect
    .poll(async () => (await ledgerOf(wye))[0])
    .toMatchObject({ outcome: "stopped", status: "estimated" });
  upstream.reset();

  const listed = (await runWye(wye, "key", "list", "--json")).trim().split("\n");
  const { id } = JSON.parse(listed[0] ?? "{}") as { id: string };
  await runWye(wye, "key", "revoke", id);
  await expect(client.models.list()).rejects.toMatchObject({ status: 401 });
});

test("the page is fit to be looked at, with keys, with a new one and before one is revoked", async ({
  browser,
  wye,
  ownerState,
}) => {
  for (const name of ["Batch translation of the support archive", "CI"])
    await runWye(wye, "key", "create", "--name", name, "--models", "openai/*,anthropic/claude-sonnet-4-5");
  await inspect(browser, wye.url, ownerState, [
    { name: "keys", path: "/keys", ready: (page) => page.getByRole("table") },
    {
      name: "keys-make",
      path: "/keys",
      ready: (page) => page.getByRole("table"),
      prepare: async (page) => {
        await page.getByRole("button", { name: /^(Make a key|新建密钥)$/ }).click();
        await expect(page.getByRole("dialog").getByRole("textbox").first()).toBeVisible();
      },
    },
    {
      name: "keys-limit",
      path: "/keys",
      ready: (page) => page.getByRole("table"),
      prepare: async (page) => {
        await page
          .getByRole("button", { name: /^(Models of CI|CI 的模型)$/ })
          .first()
          .click();
        await expect(page.getByRole("dialog").getByRole("list")).toBeVisible();
      },
    },
    {
      name: "keys-revoke",
      path: "/keys",
      ready: (page) => page.getByRole("table"),
      prepare: async (page) => {
        await page
          .getByRole("button", { name: /^(Revoke|吊销) ?CI/ })
          .first()
          .click();
        await expect(page.getByRole("dialog")).toBeVisible();
      },
    },
  ]);
});
