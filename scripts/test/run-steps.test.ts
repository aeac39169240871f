import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readVitestReport } from "./read-reports.mjs";
import { runSteps } from "./run-steps.mjs";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "wye-steps-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const node = (script: string) => ["node", "-e", script];
const fine = node("process.exit(0)");
const quiet = () => undefined;
const base = { name: "x", limitMs: 60_000 };

/** A test step whose runner writes `assertions` as its report, and ends with `status`. */
function runner(name: string, statuses: string[], status: number) {
  const report = path.join(folder, `${name}.json`);
  const assertionResults = statuses.map((one, index) => ({ status: one, fullName: `${name} ${index}` }));
  const file = { status: statuses.includes("failed") ? "failed" : "passed", assertionResults };
  const json = JSON.stringify({ testResults: [file] });
  const script = `require("node:fs").writeFileSync(${JSON.stringify(report)}, ${JSON.stringify(json)}); process.exit(${status})`;
  return { ...base, group: "tests" as const, commands: [node(script)], report, read: readVitestReport };
}

async function okOf(step: Parameters<typeof runSteps>[0][number]): Promise<boolean | undefined> {
  return (await runSteps([step], quiet))[0]?.ok;
}

test("a step passes when all its commands end with 0", async () => {
  expect(await okOf({ ...base, group: "static", commands: [fine, fine] })).toBe(true);
});

test("a step fails with any of its commands, and with one that does not exist", async () => {
  expect(await okOf({ ...base, group: "static", commands: [fine, node("process.exit(3)")] })).toBe(false);
  expect(await okOf({ ...base, group: "static", commands: [["wye-no-such-program"]] })).toBe(false);
});

test("a step whose preparation fails is failed, not skipped", async () => {
  const prepare = () => Promise.reject(new Error("no browser"));
  expect(await okOf({ ...runner("prepared", ["passed"], 0), prepare })).toBe(false);
});

test("a step that ends with 0 and leaves no report is failed", async () => {
  const report = path.join(folder, "none.json");
  expect(await okOf({ ...base, group: "tests", commands: [fine], report, read: readVitestReport })).toBe(
    false,
  );
});

test("a step that ends with 0 and ran no test, or reports a failed one, is failed", async () => {
  expect(await okOf(runner("empty", [], 0))).toBe(false);
  expect(await okOf(runner("liar", ["passed", "failed"], 0))).toBe(false);
});

test("a step that ends with another status is failed, whatever its report says", async () => {
  expect(await okOf(runner("crashed", ["passed"], 1))).toBe(false);
});

test("the steps after a failed one run, in their order", async () => {
  const bad = { ...base, name: "bad", group: "static" as const, commands: [node("process.exit(1)")] };
  const results = await runSteps([bad, { ...runner("good", ["passed", "skipped"], 0), name: "good" }], quiet);
  expect(results.map(({ name, ok }) => ({ name, ok }))).toEqual([
    { name: "bad", ok: false },
    { name: "good", ok: true },
  ]);
  expect(results[1]?.counts).toEqual({ passed: 1, failed: 0, skipped: ["good 1"], flaky: [] });
});

test("a step that hangs is ended with what it started", async () => {
  const hang = node(
    "require('node:child_process').spawn('sleep', ['600'], { stdio: 'inherit' }); setInterval(() => {}, 1000)",
  );
  expect(await okOf({ name: "hang", limitMs: 500, group: "static", commands: [hang] })).toBe(false);
});
