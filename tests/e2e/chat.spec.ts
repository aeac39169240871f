import { expect, type Locator } from "@playwright/test";
import { callsOf } from "./support/calls-of";
import { ChatPage } from "./support/chat-page";
import { gate } from "./support/gate";
import { test } from "./support/test";

const FORMATTED = `Here is a **short** list.

| Metal | Melts at |
| --- | --- |
| Gallium | 30 °C |
| Tungsten | 3422 °C |

\`\`\`python
def area(r):
    return 3.14159 * r ** 2
\`\`\`

The area is $A = \\pi r^2$.

中文也要能读：知识与推理。
`;

/** What scrolls around the answers. */
const scrollerOf = (chat: ChatPage): Locator => chat.page.locator("main .overflow-y-auto").first();

/** Where it stands once the wheel's motion is over. */
function settledScroll(scroller: Locator): Promise<number> {
  return scroller.evaluate(async (element) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let at = -1, still = 0; still < 10; at = element.scrollTop) {
      await frame();
      still = element.scrollTop === at ? still + 1 : 0;
    }
    return element.scrollTop;
  });
}

test("the keyboard alone asks; the answer is formatted, and what it shows can be copied", async ({
  page,
  context,
  upstream,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { released, release } = gate();
  upstream.script("plain-1", { text: FORMATTED, hold: { afterTokens: 30, released } });
  const asked = callsOf(upstream, "plain-1").length;
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("openai-compatible/plain-1");

  await test.step("/ goes to the composer, Shift+Enter breaks the line", async () => {
    await page.getByRole("heading", { name: "What would you like to know?" }).click();
    await page.keyboard.press("/");
    await expect(chat.composer).toBeFocused();
    await page.keyboard.type("First line");
    await page.keyboard.press("Shift+Enter");
    await expect(chat.composer).toHaveValue("First line\n");
  });

  await test.step("the Enter of an input method writes, and does not send", async () => {
    const browser = await context.newCDPSession(page);
    await browser.send("Input.imeSetComposition", { text: "zhi shi", selectionStart: 7, selectionEnd: 7 });
    await page.keyboard.press("Enter");
    await browser.send("Input.insertText", { text: "知识" });
    await expect(chat.composer).toHaveValue(/^First line\n.*知识/s);
    await expect(chat.answers).toHaveCount(0);
    expect(callsOf(upstream, "plain-1")).toHaveLength(asked);
  });

  await test.step("Enter sends, and the composer stays where it is while the answer comes", async () => {
    await chat.composer.fill("Which metals melt in the hand?");
    const before = await chat.composer.boundingBox();
    await page.keyboard.press("Enter");
    await expect(chat.lastAnswer).toContainText("Here is a short list.");
    await expect(chat.lastAnswer).toHaveAttribute("aria-busy", "true");
    expect((await chat.composer.boundingBox())?.y).toBe(before?.y);
    release();
    await chat.answered();
  });

  await test.step("code, table, mathematics and Chinese", async () => {
    const code = chat.lastAnswer.getByRole("figure", { name: "Code in python" });
    await expect(code).toContainText("return 3.14159 * r ** 2");
    await expect(code.locator("span[style*='color']").first()).toBeVisible();
    await code.getByRole("button", { name: "Copy the code" }).click();
    await expect(code.getByRole("button", { name: "Copied" })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe("def area(r):\n    return 3.14159 * r ** 2");
    await expect(chat.lastAnswer.getByRole("cell", { name: "3422 °C" })).toBeVisible();
    await expect(chat.lastAnswer.locator(".katex").first()).toBeVisible();
    await expect(chat.lastAnswer).toContainText("中文也要能读：知识与推理。");
    await expect(chat.lastAnswer).not.toContainText("```");
  });
});

test("the view follows the answer, lets go when the reader scrolls up, and jumps back when asked", async ({
  page,
  upstream,
}) => {
  const lines = Array.from({ length: 120 }, (_, line) => `line-${line}\n\n`).join("");
  const { released, release } = gate();
  upstream.script("plain-1", { text: lines, hold: { afterTokens: 80, released } });
  const chat = new ChatPage(page);
  await chat.open();
  await chat.choose("openai-compatible/plain-1");
  await chat.ask("Write many lines");
  await expect(page.getByText("line-79", { exact: true })).toBeInViewport();

  await scrollerOf(chat).hover();
  await page.mouse.wheel(0, -900);
  const jump = page.getByRole("button", { name: "Jump to the latest" });
  await expect(jump).toBeVisible();
  const readAt = await settledScroll(scrollerOf(chat));
  release();
  await chat.answered();
  await expect(page.getByText("line-119", { exact: true })).not.toBeInViewport();
  expect(await scrollerOf(chat).evaluate(({ scrollTop }) => scrollTop)).toBe(readAt);
  await jump.click();
  await expect(page.getByText("line-119", { exact: true })).toBeInViewport();
  await expect(jump).toBeHidden();
});
