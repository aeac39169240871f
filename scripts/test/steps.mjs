import path from "node:path";
import { ensureChromium } from "./ensure-chromium.mjs";
import { REPORTS } from "./paths.mjs";
import { readPlaywrightReport, readSoakReport, readVitestReport } from "./read-reports.mjs";

const MINUTE_MS = 60_000;

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {"static" | "tests"} group static steps run two at a time, with their output held back until they end
 * @property {number} limitMs ends a hang; no step comes near it
 * @property {readonly (readonly string[])[]} commands run one after the other until one fails
 * @property {Record<string, string>} [env]
 * @property {string} [report] where a test runner leaves its JSON
 * @property {(text: string) => import("./read-reports.mjs").Counts} [read]
 * @property {() => Promise<Record<string, string>>} [prepare] what the commands need; its result joins their environment
 */

/** @type {readonly Step[]} */
export const STEPS = [
  // The type checker needs the types that Next derives from the routes.
  {
    name: "types",
    group: "static",
    limitMs: 10 * MINUTE_MS,
    commands: [
      ["next", "typegen"],
      ["tsc", "--noEmit"],
    ],
  },
  {
    name: "lint",
    group: "static",
    limitMs: 10 * MINUTE_MS,
    commands: [["biome", "check", "--error-on-warnings", "."]],
  },
  {
    name: "imports",
    group: "static",
    limitMs: 10 * MINUTE_MS,
    commands: [["depcruise", "--config", ".dependency-cruiser.cjs", "."]],
  },
  { name: "unused", group: "static", limitMs: 10 * MINUTE_MS, commands: [["knip", "--no-progress"]] },
  vitest("unit", 20 * MINUTE_MS),
  vitest("integration", 40 * MINUTE_MS),
  {
    name: "e2e",
    group: "tests",
    limitMs: 65 * MINUTE_MS,
    prepare: async () => ({ WYE_CHROMIUM: await ensureChromium({ log: console.log }) }),
    commands: [["playwright", "test", "--reporter=list,json"]],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: reportOf("e2e") },
    report: reportOf("e2e"),
    read: readPlaywrightReport,
  },
  // A sample of `npm run soak`, the same each time: one run of each theme.
  {
    name: "soak",
    group: "tests",
    limitMs: 30 * MINUTE_MS,
    prepare: async () => ({ WYE_CHROMIUM: await ensureChromium({ log: console.log }) }),
    commands: [
      [
        "node",
        "--import",
        "tsx",
        "tests/soak/main.ts",
        "--runs",
        "15",
        "--seed",
        "1",
        "--report",
        reportOf("soak"),
      ],
    ],
    report: reportOf("soak"),
    read: readSoakReport,
  },
];

/**
 * @param {string} name
 * @param {number} limitMs
 * @returns {Step}
 */
function vitest(name, limitMs) {
  const report = reportOf(name);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return {
    name,
    group: "tests",
    limitMs,
    commands: [["vitest", "run", "--project", name, ...reporters]],
    report,
    read: readVitestReport,
  };
}

/** @param {string} name */
function reportOf(name) {
  return path.join(REPORTS, `${name}.json`);
}
