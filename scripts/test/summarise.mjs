/**
 * @param {readonly import("./run-steps.mjs").StepResult[]} results
 * @returns {{ text: string, closingLine: string, failed: number }} `failed` counts tests, and one for each step
 *   that failed without a failed test, so that it is 0 only when all is well
 */
export function summarise(results) {
  const passed = sum(results.map((result) => result.counts?.passed ?? 0));
  const failed = sum(results.map(failuresOf));
  const notices = [
    ...named(results, "skipped", "skipped"),
    ...named(results, "flaky", "passed only at a second try"),
  ];
  const table = [["step", "result", "time", "tests"], ...results.map(rowOf)].map(formatRow);
  return {
    text: ["", ...table, ...notices, ""].join("\n"),
    closingLine: `${passed} passed, ${failed} failed`,
    failed,
  };
}

/**
 * @param {readonly import("./run-steps.mjs").StepResult[]} results
 * @param {"skipped" | "flaky"} kind
 * @param {string} words
 * @returns {string[]} a heading and the tests' names; nothing where there are none
 */
function named(results, kind, words) {
  const tests = results.flatMap(({ name, counts }) =>
    (counts?.[kind] ?? []).map((test) => `  ${name}: ${test}`),
  );
  return tests.length === 0 ? [] : [`\n${tests.length} ${words}:`, ...tests];
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
