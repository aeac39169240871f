import { expect } from "@playwright/test";
import { ChatPage } from "./support/chat-page";
import { test } from "./support/test";

const MANY = 600;

test.use({
  models: Array.from({ length: MANY }, (_, nth) => `plain-${nth}`),
  wires: { OPENAI_COMPATIBLE: "openai" },
});

for (const [device, viewport] of [
  ["desktop", { width: 1440, height: 900 }],
  ["phone", { width: 390, height: 844 }],
] as const)
  test(`of hundreds of models no more are ever there than can be seen, from the moment the picker opens: ${device}`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    const chat = new ChatPage(page);
    await chat.open();
    for (const _ of ["with the first models", "with all of them"]) {
      const most = await page.evaluateHandle(() => {
        const seen = { options: 0 };
        new MutationObserver(() => {
          seen.options = Math.max(seen.options, document.querySelectorAll("[role=option]").length);
        }).observe(document.body, { childList: true, subtree: true });
        return seen;
      });
      await chat.picker.click();
      await expect(page.getByRole("option").first()).toHaveAttribute("aria-setsize", /^60\d$/);
      const { options } = await most.jsonValue();
      expect(options).toBeGreaterThan(5);
      expect(options).toBeLessThan(60);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("option")).toHaveCount(0);
    }
  });
