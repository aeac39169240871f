import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { runCommand } from "./run-command.mjs";

const STATIC_AT_ONCE = 2;

/**
 * @typedef {object} StepResult
 * @property {string} name
 * @property {boolean} ok
 * @property {number} durationMs
 * @property {import("./read-reports.mjs").Counts | null} counts null for a step that runs no tests
 */

/**
 * Runs every step, whatever becomes of the ones before: each failure of a push is seen in one run.
 * @param {readonly import("./steps.mjs").Step[]} steps
 * @param {(text: string) => void} [log]
 * @returns {Promise<StepResult[]>}
 */
export async function runSteps(steps, log = console.log) {
  const results = await runAtOnce(
    steps.filter((step) => step.group === "static"),
    log,
  );
  for (const step of steps.filter((one) => one.group === "tests")) results.push(await runStep(step, log));
  return results;
}

/**
 * @param {import("./steps.mjs").Step[]} steps
 * @param {(text: string) => void} log
 */
async function runAtOnce(steps, log) {
  const waiting = steps.map((step, index) => ({ step, index }));
  /** @type {StepResult[]} */
  const results = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      results[next.index] = await runStep(next.step, log);
  };
  await Promise.all(Array.from({ length: STATIC_AT_ONCE }, work));
  return results;
}

/**
 * @param {import("./steps.mjs").Step} step
 * @param {(text: string) => void} log
 * @returns {Promise<StepResult>}
 */
async function runStep(step, log) {
  const startedMs = performance.now();
  log(`\n${step.name}: started`);
  const ok = await attempt(step, log);
  const counts = await readCounts(step);
  const passed = ok && (counts === null || (counts.failed === 0 && counts.passed > 0));
  const durationMs = performance.now() - startedMs;
  log(`${step.name}: ${passed ? "passed" : "FAILED"} in ${(durationMs / 1000).toFixed(1)} s`);
  return { name: step.name, ok: passed, durationMs, counts };
}

/**
 * @param {import("./steps.mjs").Step} step
 * @param {(text: string) => void} log
 */
async function attempt(step, log) {
  try {
    const env = { ...step.env, ...(await step.prepare?.()) };
    for (const command of step.commands) {
      const live = step.group === "tests";
      const { ok, output } = await runCommand(command, { live, limitMs: step.limitMs, env });
      if (!ok) {
        log(output);
        return false;
      }
    }
    return true;
  } catch (error) {
    log(error instanceof Error ? error.message : error);
    return false;
  }
}

/**
 * A test step that leaves no report ran no test: it counts as none passed, and so as failed.
 * @param {import("./steps.mjs").Step} step
 */
async function readCounts({ report, read }) {
  if (!report || !read) return null;
  if (!existsSync(report)) return { passed: 0, failed: 0, skipped: [], flaky: [] };
  return read(await readFile(report, "utf8"));
}
