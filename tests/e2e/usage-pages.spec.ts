import { expect, type Page } from "@playwright/test";
import { USAGE_PAGE_SIZE } from "@/lib/usage/usage-page";
import { ledgerOf } from "./support/run-wye";
import { test } from "./support/test";

// A ledger of its own: every row is counted.
test.use({ models: ["plain-1"] });

/** Asks as the page does, each question in a chat of its own, and reads every answer to its end. */
function askMany(page: Page, times: number): Promise<number[]> {
  return page.evaluate(async (count) => {
    const statuses: number[] = [];
    for (let turn = 0; turn < count; turn++) {
      const response = await fetch("/api/chat", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          chatId: crypto.randomUUID(),
          message: { id: crypto.randomUUID(), text: `Question ${turn}` },
          parentId: null,
          answerId: crypto.randomUUID(),
          choice: { kind: "model", model: "openai-compatible/plain-1" },
        }),
      });
      await response.text();
      statuses.push(response.status);
    }
    return statuses;
  }, times);
}

test("calls recorded while older ones are being looked through leave no gap in the list", async ({
  page,
  wye,
}) => {
  await page.goto("/usage");
  const asked = USAGE_PAGE_SIZE / 2 + 2;
  expect(await askMany(page, asked)).toEqual(Array.from({ length: asked }, () => 200));
  // An answer and a title each.
  const recorded = async () => (await ledgerOf(wye)).length;
  await expect.poll(recorded).toBe(2 * asked);
  await page.reload();
  const rows = page.getByRole("table").getByRole("row");
  await page.getByRole("button", { name: "Load more" }).click();
  await expect(rows).toHaveCount(1 + 2 * asked);

  await askMany(page, 1);
  await expect.poll(recorded).toBe(2 * asked + 2);
  // The page comes anew, without being left.
  await page.getByRole("button", { name: /Account/ }).click();
  await page.getByRole("menuitemradio", { name: "简体中文" }).click();
  await page.getByRole("button", { name: "加载更多" }).click();
  await expect(rows).toHaveCount(1 + 2 * asked + 2);
});
