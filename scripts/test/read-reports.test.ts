import { expect, test } from "vitest";
import { readPlaywrightReport, readSoakReport, readVitestReport } from "./read-reports.mjs";

const assertion = (status: string) => ({ status, fullName: `it ${status}` });
const spec = (status: string) => ({ title: `it ${status}`, tests: [{ status, projectName: "desktop" }] });

test("vitest: tests are counted, and whatever neither passed nor failed is named", () => {
  const assertionResults = ["passed", "passed", "failed", "skipped", "todo"].map(assertion);
  const report = { testResults: [{ status: "failed", assertionResults }] };
  expect(readVitestReport(JSON.stringify(report))).toEqual({
    passed: 2,
    failed: 1,
    skipped: ["it skipped", "it todo"],
    flaky: [],
  });
});

test("vitest: a file that could not be loaded is a failure", () => {
  const report = { testResults: [{ status: "failed", assertionResults: [] }] };
  expect(readVitestReport(JSON.stringify(report)).failed).toBe(1);
});

test("playwright: tests are counted through nested suites, a flaky one as passed and by name", () => {
  const inner = { title: "inner", specs: ["unexpected", "flaky"].map(spec) };
  const report = {
    suites: [{ title: "file", specs: ["expected", "skipped"].map(spec), suites: [inner] }],
    errors: [],
  };
  expect(readPlaywrightReport(JSON.stringify(report))).toEqual({
    passed: 2,
    failed: 1,
    skipped: ["[desktop] it skipped"],
    flaky: ["[desktop] it flaky"],
  });
});

test("playwright: an error outside every test is a failure", () => {
  expect(readPlaywrightReport(JSON.stringify({ suites: [], errors: [{ message: "set-up" }] })).failed).toBe(
    1,
  );
});

test("soak: runs are counted, and what is wrong with the whole is a failure more", () => {
  const runs = [[], [{}], []].map((problems) => ({ name: "run", problems }));
  expect(readSoakReport(JSON.stringify({ runs, problems: [] }))).toMatchObject({ passed: 2, failed: 1 });
  expect(readSoakReport(JSON.stringify({ runs, problems: ["open calls"] }))).toMatchObject({ failed: 2 });
});
