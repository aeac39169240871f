/**
 * @param {readonly import("./run-steps.mjs").StepResult[]} results
 * @returns {{ text: string, closingLine: string, failed: number }} `failed` counts tests, and one for each step
 *   that failed without a failed test, so that it is 0 only when all is well
 */
export function summarise(results) {
  const passed = sum(results.map((result) => result.counts?.passed ?? 0));
  const failed = sum(results.map(failuresOf));
  const skipped = results.flatMap(({ name, counts }) =>
    (counts?.skipped ?? []).map((test) => `  ${name}: ${test}`),
  );
  const table = [["step", "result", "time", "tests"], ...results.map(rowOf)].map(formatRow);
  const notice = skipped.length === 0 ? [] : [`\n${skipped.length} skipped:`, ...skipped];
  return {
    text: ["", ...table, ...notice, ""].join("\n"),
    closingLine: `${passed} passed, ${failed} failed`,
    failed,
  };
}

/** @param {import("./run-steps.mjs").StepResult} result */
function failuresOf({ ok, counts }) {
  const failedTests = counts?.failed ?? 0;
  return ok || failedTests > 0 ? failedTests : 1;
}

/** @param {import("./run-steps.mjs").StepResult} result */
function rowOf({ name, ok, durationMs, counts }) {
  const tests =
    counts === null
      ? ""
      : `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped.length} skipped`;
  return [name, ok ? "passed" : "FAILED", `${(durationMs / 1000).toFixed(1)} s`, tests];
}

/** @param {readonly string[]} cells */
function formatRow([name = "", result = "", time = "", tests = ""]) {
  return `${name.padEnd(14)}${result.padEnd(9)}${time.padStart(9)}  ${tests}`.trimEnd();
}

/** @param {readonly number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
