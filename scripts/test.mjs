import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { ensureInstalled } from "./start/ensure-installed.mjs";
import { createProgress } from "./start/progress.mjs";
import { parseOnly } from "./test/parse-only.mjs";
import { REPORTS, ROOT } from "./test/paths.mjs";
import { killRunning } from "./test/run-command.mjs";
import { runSteps } from "./test/run-steps.mjs";
import { STEPS } from "./test/steps.mjs";
import { summarise } from "./test/summarise.mjs";

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => {
    killRunning();
    process.exit(130);
  });
}

const only = parseOnly(process.argv.slice(2), STEPS);
if ("problem" in only) {
  console.error(only.problem);
  process.exit(2);
}

process.chdir(ROOT);
await ensureInstalled(createProgress(process.stdout));
// A report of an earlier run must not be taken for this one's.
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const summary = summarise(await runSteps(only.steps));
console.log(summary.text);
console.log(`Reports: ${path.relative(ROOT, REPORTS)}`);
console.log(summary.closingLine);
process.exit(summary.failed === 0 ? 0 : 1);
