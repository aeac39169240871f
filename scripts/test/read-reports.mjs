/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed files that could not be loaded count as one each
 * @property {string[]} skipped by name
 * @property {string[]} flaky by name: passed only when they were tried again; counted as passed, and told
 */

/**
 * @param {string} text of vitest's JSON reporter
 * @returns {Counts}
 */
export function readVitestReport(text) {
  const report = JSON.parse(text);
  /** @type {{ status: string, assertionResults: { status: string, fullName: string }[] }[]} */
  const files = report.testResults;
  const tests = files.flatMap((file) => file.assertionResults);
  const broken = files.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  const passed = tests.filter((test) => test.status === "passed").length;
  const failed = tests.filter((test) => test.status === "failed").length;
  const skipped = tests.filter((test) => test.status !== "passed" && test.status !== "failed");
  return { passed, failed: failed + broken.length, skipped: skipped.map((test) => test.fullName), flaky: [] };
}

/**
 * @param {string} text of Playwright's JSON reporter
 * @returns {Counts}
 */
export function readPlaywrightReport(text) {
  const report = JSON.parse(text);
  const tests = report.suites.flatMap(testsOf);
  const withStatus = (/** @type {string} */ status) =>
    tests.filter((/** @type {NamedTest} */ test) => test.status === status);
  // An error outside every test: a spec that could not be loaded, a set-up that failed.
  const errors = report.errors?.length ?? 0;
  return {
    passed: withStatus("expected").length + withStatus("flaky").length,
    failed: withStatus("unexpected").length + errors,
    skipped: withStatus("skipped").map((/** @type {NamedTest} */ test) => test.name),
    flaky: withStatus("flaky").map((/** @type {NamedTest} */ test) => test.name),
  };
}

/**
 * @param {string} text of tests/soak
 * @returns {Counts} a run counts as a test, and so does what is wrong with the whole
 */
export function readSoakReport(text) {
  /** @type {{ runs: { name: string, problems: object[] }[], problems: string[] }} */
  const { runs, problems } = JSON.parse(text);
  const passed = runs.filter((run) => run.problems.length === 0).length;
  return { passed, failed: runs.length - passed + problems.length, skipped: [], flaky: [] };
}

/** @typedef {{ name: string, status: string }} NamedTest */

/**
 * @param {{ title: string, suites?: object[], specs?: { title: string, tests: { status: string, projectName: string }[] }[] }} suite
 * @returns {NamedTest[]}
 */
function testsOf(suite) {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => ({ name: `[${test.projectName}] ${spec.title}`, status: test.status })),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsOf(/** @type {typeof suite} */ (inner)))];
}
