import { expect, type Page } from "@playwright/test";
import type { UsageRow } from "@/lib/usage/usage-row";
import type { Fault } from "@/tests/support/upstream/script";
import { startUpstream } from "@/tests/support/upstream/start-upstream";
import { ChatPage } from "./support/chat-page";
import { ledgerOf, runWye } from "./support/run-wye";
import { test } from "./support/test";

interface Failure {
  fault: Fault;
  /** What happened, and what to do. */
  says: readonly [string, string];
  errorCode: string;
  /** Whether some of the answer arrives. */
  partial: boolean;
}

const FAILURES: readonly Failure[] = [
  {
    fault: "unauthorized",
    says: ["rejected the key", "Replace the key"],
    errorCode: "vendor_key_rejected",
    partial: false,
  },
  {
    fault: "model_missing",
    says: ["does not offer", "Choose another model"],
    errorCode: "vendor_model_missing",
    partial: false,
  },
  {
    fault: "rate_limit",
    says: ["is limiting requests", "Wait a little and retry"],
    errorCode: "vendor_rate_limited",
    partial: false,
  },
  {
    fault: "server_error",
    says: ["is having trouble", "Retry shortly"],
    errorCode: "vendor_unavailable",
    partial: false,
  },
  {
    fault: "timeout",
    says: ["did not answer in time", "Retry"],
    errorCode: "vendor_timeout",
    partial: false,
  },
  {
    fault: "cut",
    says: ["broke off in the middle", "Retry for a whole one"],
    errorCode: "vendor_cut",
    partial: true,
  },
  {
    fault: "malformed",
    says: ["cannot be read", "check the base URL"],
    errorCode: "vendor_malformed",
    partial: true,
  },
];
const QUESTION = "What must not be lost?";
/** In the conversation; the chat is named by it as well. */
const asked = (page: Page) => page.getByRole("article").getByText(QUESTION, { exact: true });
const WHOLE = "This answer is whole from its first word to its last.";

test.use({
  wires: { OPENAI_COMPATIBLE: "openai" },
  models: FAILURES.map(({ fault }) => `m-${fault}`),
  settings: {
    // Long enough for an upstream that does answer, on busy cores.
    WYE_FIRST_TOKEN_TIMEOUT_SECONDS: "4",
    // What is shown of a failure, and not how often it is tried.
    WYE_FAILOVER_LIMIT_SECONDS: "0",
  },
});

for (const { fault, says, partial } of FAILURES) {
  test(`${fault}: says what happened and what to do, keeps the question, and retries`, async ({
    page,
    upstream,
  }) => {
    const model = `m-${fault}`;
    upstream.script(model, { text: WHOLE, fault });
    const chat = new ChatPage(page);
    await chat.open();
    await chat.choose(`openai-compatible/${model}`);
    await chat.ask(QUESTION);

    const alert = chat.lastAnswer.getByRole("alert");
    for (const sentence of says) await expect(alert).toContainText(sentence);
    await expect(alert).not.toContainText(/sk-|undefined|\{/);
    await expect(asked(page)).toBeVisible();
    if (partial) await expect(chat.lastAnswer).toContainText("This answer is");
    await expect(chat.lastAnswer).not.toContainText("its last");

    await test.step("a refresh shows the same", async () => {
      await page.reload();
      await expect(alert).toContainText(says[0]);
      await expect(asked(page)).toBeVisible();
      if (partial) await expect(chat.lastAnswer).toContainText("This answer is");
    });

    await test.step("once the vendor works again, Retry brings the answer", async () => {
      upstream.script(model, { text: WHOLE });
      await page.getByRole("button", { name: "Retry" }).click();
      await chat.answered();
      await expect(chat.lastAnswer).toContainText(WHOLE);
      await expect(page.getByRole("alert").filter({ hasText: /\S/ })).toHaveCount(0);
      await expect(asked(page)).toHaveCount(1);
    });
  });
}

test("a vendor that cannot be reached: says so, keeps the question, and retries", async ({ page, wye }) => {
  const first = await startUpstream({ models: ["m-down"] });
  const address = first.baseUrl("openai");
  await runWye(
    wye,
    ...["provider", "add", "--instance", "--vendor", "openai-compatible"],
    ...["--name", "far"],
    ...["--base-url", address],
  );
  await first.close();

  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("far/m-down");
  await chat.ask(QUESTION);
  const alert = chat.lastAnswer.getByRole("alert");
  await expect(alert).toContainText("cannot be reached");
  await expect(alert).toContainText("Check the base URL and the network");
  await expect(asked(page)).toBeVisible();

  const second = await startUpstream({ port: Number(new URL(address).port), models: ["m-down"] });
  second.script("m-down", { text: WHOLE });
  await page.getByRole("button", { name: "Retry" }).click();
  await expect(chat.lastAnswer).toContainText(WHOLE);
  await chat.answered();
  // The answer, and the title.
  const served = () => second.calls.filter(({ model, endedAt }) => model === "m-down" && endedAt !== null);
  await expect.poll(() => served().length).toBe(2);
  await second.close();
});

test("every call that reached the upstream has one row in the ledger, and every failure its code", async ({
  page,
  upstream,
  wye,
}) => {
  let rows: UsageRow[] = [];
  await expect(async () => {
    rows = await ledgerOf(wye);
    const counts = FAILURES.map(({ fault }) => rows.filter(({ model }) => model === `m-${fault}`).length);
    const calls = FAILURES.map(
      ({ fault }) => upstream.calls.filter(({ model }) => model === `m-${fault}`).length,
    );
    expect(counts).toEqual(calls);
    // The failed one, the retried one, and the title.
    expect(counts).toEqual(FAILURES.map(() => 3));
  }).toPass();

  for (const { fault, partial } of FAILURES) {
    const failed = rows.filter(({ model, outcome }) => model === `m-${fault}` && outcome === "failed");
    expect(failed, fault).toHaveLength(1);
    const wasCharged = partial || fault === "timeout";
    expect((failed[0]?.usage.input ?? 0) > 0, `${fault} counts what was sent`).toBe(wasCharged);
    expect((failed[0]?.usage.output ?? 0) > 0, `${fault} counts what came`).toBe(partial);
  }
  expect(rows.filter(({ model, outcome }) => model === "m-down" && outcome === "failed")).toHaveLength(1);

  await page.goto("/usage");
  await expect(page.getByRole("row").filter({ hasText: "Failed" })).toHaveCount(FAILURES.length + 1);
});
