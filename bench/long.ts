import { readFile, writeFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium, type Page } from "@playwright/test";
import postgres from "postgres";
import { ensureChromium } from "../scripts/test/ensure-chromium.mjs";
import { CHROMIUM_ARGS } from "../scripts/test/find-chromium.mjs";
import { databaseUrlOf, findOwner, longPath, seedChat, seedChats } from "../tests/support/seed-chats.ts";
import { startWye, type Wye } from "../tests/support/server.ts";
import { startUpstream, type Upstream } from "../tests/support/upstream/start-upstream.ts";
import { type Frames, summarise } from "./browser/frames.ts";
import { type LongReport, toLongMarkdown } from "./browser/long-report.ts";
import { openChats } from "./browser/open-chat.ts";
import { recordFrames } from "./browser/record-frames.ts";
import { describeMachine } from "./report/machine.ts";
import { replaceBetween } from "./report/replace-between.ts";
import { ROOT } from "./run/paths.ts";

const DOCUMENT = join(ROOT, "docs/benchmarks.md");
const START = "<!-- bench:long start -->";
const END = "<!-- bench:long end -->";
const MODEL = "plain-1";
const CREDENTIALS = { email: "bench@example.com", password: "measured-not-guessed" };
const TOKEN_EVERY_MS = 5;
const CODE_LINES = 2_500;
const WAIT_MS = 600_000;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function signIn(page: Page): Promise<void> {
  await page.goto("/signin");
  await page.getByLabel("E-mail").fill(CREDENTIALS.email);
  await page.getByLabel("Password", { exact: true }).fill(CREDENTIALS.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByLabel("Your message").waitFor();
}

async function wheel(page: Page, steps: number, byPx: number): Promise<void> {
  for (let step = 0; step < steps; step++) {
    await page.mouse.wheel(0, byPx);
    await page.waitForTimeout(32);
  }
}

/** As a model writes it: short lines, each of other words. */
function longCode(): string {
  const lines = Array.from(
    { length: CODE_LINES },
    (_, nth) => `const value${nth} = compute(${nth}, "part ${nth % 7}"); // step ${nth}`,
  );
  return `\`\`\`ts\n${lines.join("\n")}\n\`\`\`\nDone.`;
}

async function streamCode(page: Page, upstream: Upstream): Promise<[first: Frames, last: Frames]> {
  upstream.script(MODEL, { text: longCode(), tokenDelayMs: TOKEN_EVERY_MS });
  await page.goto("/");
  await page.getByLabel("Your message").fill("Write a long program.");
  await page.getByLabel("Your message").press("Enter");
  const code = page.locator(".code-block code").last();
  await code.getByText("value20 ").first().waitFor();
  const first = await recordFrames(page, () => page.waitForTimeout(10_000));
  await code
    .getByText(`value${CODE_LINES - 500} `)
    .first()
    .waitFor({ timeout: WAIT_MS });
  const last = await recordFrames(page, () => page.waitForTimeout(10_000));
  return [summarise(first), summarise(last)];
}

async function measure(browser: Browser, wye: Wye, upstream: Upstream) {
  const sql = postgres(await databaseUrlOf(wye.dataDir), { max: 1, onnotice: () => undefined });
  try {
    const owner = await findOwner(sql);
    const shortChat = await seedChat(sql, owner, "A short chat", longPath(10));
    const longChat = await seedChat(sql, owner, "A long chat", longPath(5_000));
    const context = await browser.newContext({ baseURL: wye.url, viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await signIn(page);

    say("opening");
    const [short, long] = await openChats(context, [
      { path: `/chat/${shortChat}`, lastText: "Answer 10." },
      { path: `/chat/${longChat}`, lastText: "Answer 5000." },
    ]);
    if (short === undefined || long === undefined) throw new Error("nothing was opened");

    say("scrolling up");
    await page.goto(`/chat/${longChat}`);
    await page.locator("[data-row]").last().waitFor();
    await page.mouse.move(700, 400);
    const idle = summarise(await recordFrames(page, () => page.waitForTimeout(3_000)));
    const scrolled = summarise(await recordFrames(page, () => wheel(page, 150, -300)));
    say("streaming code");
    const [codeFirst, codeLast] = await streamCode(page, upstream);
    await page.getByRole("button", { name: "Stop", exact: true }).click();

    say("scrolling the sidebar");
    await seedChats(sql, owner, 10_000);
    await page.goto("/");
    await page.locator("[data-chat-link]").first().hover();
    const sidebar = summarise(await recordFrames(page, () => wheel(page, 200, 500)));
    await context.close();
    const frames = [
      { title: "nothing happens", frames: idle },
      { title: "scrolling up in 5,000 messages, 300 px in 32 ms", frames: scrolled },
      { title: "200 tokens a second into a block of code, its first 10 s", frames: codeFirst },
      { title: `the same, from line ${CODE_LINES - 500} on`, frames: codeLast },
      { title: "scrolling down 10,000 chats, 500 px in 32 ms", frames: sidebar },
    ];
    return { short, long, frames };
  } finally {
    await sql.end();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    allowNegative: true,
    options: { json: { type: "boolean", default: false }, write: { type: "boolean", default: true } },
  });
  const [loadAverage = 0] = loadavg();
  const upstream = await startUpstream({ models: [MODEL] });
  const wye = await startWye({
    env: {
      WYE_OWNER_EMAIL: CREDENTIALS.email,
      WYE_OWNER_PASSWORD: CREDENTIALS.password,
      OPENAI_COMPATIBLE_BASE_URL: upstream.baseUrl("openai"),
      OPENAI_COMPATIBLE_API_KEY: "a-key-of-the-bench",
    },
  });
  const browser = await chromium.launch({
    executablePath: await ensureChromium({ log: say }),
    args: CHROMIUM_ARGS,
  });
  try {
    const report: LongReport = {
      at: new Date().toISOString(),
      machine: describeMachine(),
      loadAverage,
      ...(await measure(browser, wye, upstream)),
    };
    const table = toLongMarkdown(report);
    if (values.write)
      await writeFile(DOCUMENT, replaceBetween(await readFile(DOCUMENT, "utf8"), START, END, table));
    console.log(values.json ? JSON.stringify(report) : table);
  } finally {
    await browser.close();
    await wye.stop();
    await upstream.close();
  }
}

await main();
