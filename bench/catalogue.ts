import { readFile, writeFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import postgres from "postgres";
import { ensureChromium } from "../scripts/test/ensure-chromium.mjs";
import { CHROMIUM_ARGS } from "../scripts/test/find-chromium.mjs";
import { databaseUrlOf } from "../tests/support/seed-chats.ts";
import { manyModels, seedModels } from "../tests/support/seed-models.ts";
import { startWye, type Wye } from "../tests/support/server.ts";
import { startUpstream } from "../tests/support/upstream/start-upstream.ts";
import { type ComparedFrames, comparedFramesTable } from "./browser/compared-frames-table.ts";
import { floorPage } from "./browser/floor-page.ts";
import { summarise } from "./browser/frames.ts";
import {
  holdArrow,
  KEY_EVERY_MS,
  openAndClose,
  turnWheel,
  typeSearches,
  WORDS,
} from "./browser/list-steps.ts";
import { measurePickerOpening, type PickerOpening } from "./browser/measure-picker-opening.ts";
import { recordFrames } from "./browser/record-frames.ts";
import { describeMachine } from "./report/machine.ts";
import { replaceBetween } from "./report/replace-between.ts";
import { ROOT } from "./run/paths.ts";

const DOCUMENT = join(ROOT, "docs/benchmarks.md");
const START = "<!-- bench:catalogue start -->";
const END = "<!-- bench:catalogue end -->";
const CREDENTIALS = { email: "bench@example.com", password: "measured-not-guessed" };
const CONNECTED = 2_000;
const MODES = 2;
const IDLE_MS = 3_000;
const TURNS = 250;
const TURN_PX = 400;
const ARROWS = 150;
const OPENINGS = 8;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

interface Report {
  /** On the page of models. */
  models: number;
  steps: ComparedFrames[];
  opening: PickerOpening;
  /** As sent, KiB. */
  pageKb: number;
  pickerKb: number;
}

async function signIn(page: Page): Promise<void> {
  await page.goto("/signin");
  await page.getByLabel("E-mail").fill(CREDENTIALS.email);
  await page.getByLabel("Password", { exact: true }).fill(CREDENTIALS.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByLabel("Your message").waitFor();
}

/** The same step on both, one right after the other. */
async function compare(
  title: string,
  ours: Page,
  floor: Page,
  step: (page: Page) => Promise<void>,
): Promise<ComparedFrames> {
  say(title);
  const record = async (page: Page) => {
    await page.bringToFront();
    return summarise(await recordFrames(page, () => step(page)));
  };
  return { title, ours: await record(ours), floor: await record(floor) };
}

async function openFloor(context: BrowserContext, list: Parameters<typeof floorPage>[0]): Promise<Page> {
  const page = await context.newPage();
  await page.setContent(floorPage(list));
  await page.locator("#open").click();
  return page;
}

async function measureCatalogue(
  context: BrowserContext,
  page: Page,
): Promise<Pick<Report, "models" | "steps">> {
  await page.goto("/models");
  await page.locator("main tbody tr").nth(5).waitFor();
  const models = Number(await page.locator("main table").getAttribute("aria-rowcount")) - 1;
  const floor = await openFloor(context, {
    rows: models,
    rowHeightPx: 64,
    heightPx: 840,
    widthPx: 1_100,
    topPx: 40,
  });
  await page.getByRole("searchbox", { name: "Search models" }).focus();
  await floor.locator("#search").focus();
  const wheel = (byPx: number) => (on: Page) => turnWheel(on, TURNS, byPx);
  const steps = [
    await compare("nothing happens", page, floor, (on) => on.waitForTimeout(IDLE_MS)),
    await compare(
      `typing and deleting ${WORDS.length} searches, a key in ${KEY_EVERY_MS} ms`,
      page,
      floor,
      typeSearches,
    ),
    await compare(`scrolling down, ${TURN_PX} px in 32 ms`, page, floor, wheel(TURN_PX)),
    await compare("scrolling up, the same", page, floor, wheel(-TURN_PX)),
  ];
  await floor.close();
  return { models, steps };
}

async function measurePicker(context: BrowserContext, page: Page): Promise<ComparedFrames[]> {
  await page.goto("/");
  await page.getByLabel("Your message").waitFor();
  const floor = await openFloor(context, {
    rows: CONNECTED + MODES,
    rowHeightPx: 44,
    heightPx: 420,
    widthPx: 480,
    topPx: 300,
  });
  const button = page.getByRole("button", { name: /^Model: / });
  const search = page.getByPlaceholder("Search models");
  const isOurs = (on: Page) => on === page;
  const openOurs = async () => {
    await button.click();
    await search.waitFor();
  };
  const closeOurs = () => page.keyboard.press("Escape");
  const pressFloor = () => floor.locator("#open").click();
  const opening = (on: Page) =>
    isOurs(on)
      ? openAndClose(page, OPENINGS, openOurs, closeOurs)
      : openAndClose(floor, OPENINGS, pressFloor, pressFloor);
  const steps = [await compare(`the picker: opening and closing it ${OPENINGS} times`, page, floor, opening)];
  await page.bringToFront();
  await openOurs();
  await page.getByRole("option").first().waitFor();
  await floor.locator("#search").focus();
  steps.push(
    await compare("the picker: typing and deleting the same", page, floor, typeSearches),
    await compare(`the picker: ${ARROWS} times down, a key in 32 ms`, page, floor, (on) =>
      holdArrow(on, ARROWS),
    ),
    await compare(`the picker: scrolling down, ${TURN_PX} px in 32 ms`, page, floor, (on) =>
      turnWheel(on, ARROWS, TURN_PX),
    ),
  );
  await floor.close();
  return steps;
}

async function weigh(page: Page): Promise<Pick<Report, "pageKb" | "pickerKb">> {
  await page.goto("/");
  return page.evaluate(async () => {
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const picker = await (await fetch("/api/picker?locale=en")).blob();
    return { pageKb: (navigation?.decodedBodySize ?? Number.NaN) / 1_024, pickerKb: picker.size / 1_024 };
  });
}

async function measure(browser: Browser, wye: Wye): Promise<Report> {
  const sql = postgres(await databaseUrlOf(wye.dataDir), { max: 1, onnotice: () => undefined });
  await seedModels(sql, manyModels(CONNECTED)).finally(() => sql.end());
  const context = await browser.newContext({ baseURL: wye.url, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await signIn(page);
  const { models, steps } = await measureCatalogue(context, page);
  const picked = await measurePicker(context, page);
  const opening = await measurePickerOpening(page, CONNECTED + MODES);
  const weights = await weigh(page);
  await context.close();
  return { models, steps: [...steps, ...picked], opening, ...weights };
}

function toMarkdown(
  { models, steps, opening, pageKb, pickerKb }: Report,
  at: string,
  loadAverage: number,
): string {
  const ms = (value: number | null) => (value === null ? "–" : `${value.toFixed(0)} ms`);
  return [
    `Measured ${at.slice(0, 16).replace("T", " ")} UTC with \`npm run bench:catalogue\` on ${describeMachine()}, in headless Chromium without a graphics card; ${models.toLocaleString("en")} models on the page, ${CONNECTED.toLocaleString("en")} in the picker; load average before it ${loadAverage.toFixed(1)}.`,
    "",
    ...comparedFramesTable(steps),
    "",
    `The picker shows its first model ${ms(opening.firstMs)} after it is pressed and has all of them after ${ms(opening.wholeMs)} (medians of seven). The page of a new chat weighs ${pageKb.toFixed(0)} KiB before it is compressed, and all models of the picker ${pickerKb.toFixed(0)} KiB.`,
  ].join("\n");
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    allowNegative: true,
    options: { json: { type: "boolean", default: false }, write: { type: "boolean", default: true } },
  });
  const [loadAverage = 0] = loadavg();
  const upstream = await startUpstream({ models: manyModels(CONNECTED) });
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
    const report = await measure(browser, wye);
    const table = toMarkdown(report, new Date().toISOString(), loadAverage);
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
