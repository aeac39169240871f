import { readFile, writeFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium, type Page } from "@playwright/test";
import postgres from "postgres";
import { ensureChromium } from "../scripts/test/ensure-chromium.mjs";
import { CHROMIUM_ARGS } from "../scripts/test/find-chromium.mjs";
import { databaseUrlOf } from "../tests/support/seed-chats.ts";
import { startWye, type Wye } from "../tests/support/server.ts";
import { summarise } from "./browser/frames.ts";
import { framesTable, type TitledFrames } from "./browser/frames-table.ts";
import { recordFrames } from "./browser/record-frames.ts";
import { describeMachine } from "./report/machine.ts";
import { replaceBetween } from "./report/replace-between.ts";
import { ROOT } from "./run/paths.ts";

const DOCUMENT = join(ROOT, "docs/benchmarks.md");
const START = "<!-- bench:catalogue start -->";
const END = "<!-- bench:catalogue end -->";
const CREDENTIALS = { email: "bench@example.com", password: "measured-not-guessed" };
const INSTANCE_TEAM_ID = "00000000-0000-0000-0000-000000000000";
const MODELS_ADDED = 1_000;
const KEY_EVERY_MS = 60;
const WORDS = ["claude opus", "mini", "gpt 4o", "qwen"];

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Models beside those that ship, as an import leaves them. */
async function addModels({ dataDir }: Wye): Promise<void> {
  const sql = postgres(await databaseUrlOf(dataDir), { max: 1, onnotice: () => undefined });
  try {
    const rows = Array.from({ length: MODELS_ADDED }, (_, nth) => ({
      team_id: INSTANCE_TEAM_ID,
      vendor: nth % 2 === 0 ? "openrouter" : "openai-compatible",
      model: `maker-${nth % 37}/model-${nth}-instruct`,
      origin: "litellm",
      entry: sql.json({
        name: `Model ${nth} instruct`,
        contextLength: 1_000 * (nth + 1),
        tools: nth % 3 === 0,
      }),
      hidden: false,
    }));
    await sql`insert into catalogue_model ${sql(rows)}`;
    await sql`insert into book_version (team_id, version) values (${INSTANCE_TEAM_ID}, 1)
      on conflict (team_id) do update set version = book_version.version + 1`;
  } finally {
    await sql.end();
  }
}

async function open(page: Page): Promise<void> {
  await page.goto("/signin");
  await page.getByLabel("E-mail").fill(CREDENTIALS.email);
  await page.getByLabel("Password", { exact: true }).fill(CREDENTIALS.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByLabel("Your message").waitFor();
  await page.goto("/models");
  await page.locator("main tbody tr").nth(5).waitFor();
}

async function type(page: Page): Promise<void> {
  const search = page.getByRole("searchbox", { name: "Search models" });
  await search.focus();
  for (const words of WORDS) {
    await page.keyboard.type(words, { delay: KEY_EVERY_MS });
    for (const _ of words) {
      await page.keyboard.press("Backspace");
      await page.waitForTimeout(KEY_EVERY_MS);
    }
  }
}

async function wheel(page: Page, steps: number, byPx: number): Promise<void> {
  await page.mouse.move(800, 500);
  for (let step = 0; step < steps; step++) {
    await page.mouse.wheel(0, byPx);
    await page.waitForTimeout(32);
  }
}

async function measure(browser: Browser, wye: Wye): Promise<{ models: number; frames: TitledFrames[] }> {
  await addModels(wye);
  const context = await browser.newContext({ baseURL: wye.url, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await open(page);
  const models = Number(await page.locator("main table").getAttribute("aria-rowcount")) - 1;
  say(`${models} models`);
  const idle = summarise(await recordFrames(page, () => page.waitForTimeout(3_000)));
  const typed = summarise(await recordFrames(page, () => type(page)));
  const down = summarise(await recordFrames(page, () => wheel(page, 250, 400)));
  const up = summarise(await recordFrames(page, () => wheel(page, 250, -400)));
  await context.close();
  return {
    models,
    frames: [
      { title: "nothing happens", frames: idle },
      { title: `typing and deleting ${WORDS.length} searches, a key in ${KEY_EVERY_MS} ms`, frames: typed },
      { title: "scrolling down, 400 px in 32 ms", frames: down },
      { title: "scrolling up, the same", frames: up },
    ],
  };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    allowNegative: true,
    options: { json: { type: "boolean", default: false }, write: { type: "boolean", default: true } },
  });
  const [loadAverage = 0] = loadavg();
  const wye = await startWye({
    env: { WYE_OWNER_EMAIL: CREDENTIALS.email, WYE_OWNER_PASSWORD: CREDENTIALS.password },
  });
  const browser = await chromium.launch({
    executablePath: await ensureChromium({ log: say }),
    args: CHROMIUM_ARGS,
  });
  try {
    const { models, frames } = await measure(browser, wye);
    const at = new Date().toISOString().slice(0, 16).replace("T", " ");
    const table = [
      `Measured ${at} UTC with \`npm run bench:catalogue\` on ${describeMachine()}, in headless Chromium without a graphics card; ${models.toLocaleString("en")} models; load average before it ${loadAverage.toFixed(1)}.`,
      "",
      ...framesTable(frames),
    ].join("\n");
    if (values.write)
      await writeFile(DOCUMENT, replaceBetween(await readFile(DOCUMENT, "utf8"), START, END, table));
    console.log(values.json ? JSON.stringify({ models, frames }) : table);
  } finally {
    await browser.close();
    await wye.stop();
  }
}

await main();
