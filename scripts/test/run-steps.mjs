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
 * @returns {Promise<StepResult[]>}
 */
export async function runSteps(steps) {
  const results = await runAtOnce(steps.filter((step) => step.group === "static"));
  for (const step of steps.filter((one) => one.group === "tests")) results.push(await runStep(step));
  return results;
}

/** @param {import("./steps.mjs").Step[]} steps */
async function runAtOnce(steps) {
  const waiting = steps.map((step, index) => ({ step, index }));
  /** @type {StepResult[]} */
  const results = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      results[next.index] = await runStep(next.step);
  };
  await Promise.all(Array.from({ length: STATIC_AT_ONCE }, work));
  return results;
}

/**
 * @param {import("./steps.mjs").Step} step
 * @returns {Promise<StepResult>}
 */
async function runStep(step) {
  const startedMs = performance.now();
  console.log(`\n${step.name}: started`);
  const ok = await attempt(step);
  const counts = await readCounts(step);
  const passed = ok && (counts === null || (counts.failed === 0 && counts.passed > 0));
  const durationMs = performance.now() - startedMs;
  console.log(`${step.name}: ${passed ? "passed" : "FAILED"} in ${(durationMs / 1000).toFixed(1)} s`);
  return { name: step.name, ok: passed, durationMs, counts };
}

/** @param {import("./steps.mjs").Step} step */
async function attempt(step) {
  try {
    const env = { ...step.env, ...(await step.prepare?.()) };
    for (const command of step.commands) {
      const live = step.group === "tests";
      const { ok, output } = await runCommand(command, { live, limitMs: step.limitMs, env });
      if (!ok) {
        console.log(output);
        return false;
      }
    }
    return true;
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    return false;
  }
}

/**
 * A test step that leaves no report ran no test: it counts as none passed, and so as failed.
 * @param {import("./steps.mjs").Step} step
 */
async function readCounts({ report, read }) {
  if (!report || !read) return null;
  if (!existsSync(report)) return { passed: 0, failed: 0, skipped: [] };
  return read(await readFile(report, "utf8"));
}
