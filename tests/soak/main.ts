import { writeFile } from "node:fs/promises";
import { readArguments, USAGE } from "./arguments";
import { playAudit } from "./audit/play-audit";
import { playChaos } from "./chaos/play-chaos";
import { makeScenario } from "./plan/make-scenario";
import { summarise } from "./report/summarise";
import { ledgerTotals } from "./run/kept";
import { runScenario, type ScenarioResult, type StartedScenario } from "./run/run-scenario";
import { openWorld, type World } from "./world/open-world";

/** So many runs that take time to come to rest are kept open and waited for together. */
const GATHERED = 6;

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}

async function main(args: readonly string[]): Promise<number> {
  const parsed = tryRead(args);
  if (parsed === null) return 2;
  const { part, seed, numbers, questions, entries, report } = parsed;
  if (part === "chaos") return await chaos(seed, questions, report);
  if (part === "audit") return await audit(entries, report);
  const world = await openWorld((line) => console.log(line));
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void world.close().finally(() => process.exit(130)));
  }
  try {
    const results = await runAll(world, seed, numbers);
    const totals = { ...(await ledgerTotals(world.db)), strays: world.scripts.strays.length };
    const { text, problems } = summarise(results, totals);
    const failed = results.filter((result) => result.problems.length > 0);
    console.log(text);
    for (const problem of problems) console.log(`The whole: ${problem}`);
    for (const { scenario } of failed)
      console.log(`Failed: npm run soak -- --seed ${seed} --only ${scenario.number}`);
    if (report !== null) await writeReport(report, results, problems);
    return failed.length + problems.length === 0 ? 0 : 1;
  } finally {
    await world.close();
  }
}

async function chaos(seed: number, questions: number, report: string | null): Promise<number> {
  const { answers, problems } = await playChaos({ seed, questions }, (line) => console.log(line));
  const runs = answers.map(({ question, problems: found }) => ({ name: question.marker, problems: found }));
  if (report !== null) await writeFile(report, JSON.stringify({ runs, problems }));
  return runs.every((run) => run.problems.length === 0) && problems.length === 0 ? 0 : 1;
}

async function audit(entries: number, report: string | null): Promise<number> {
  const { figures, problems } = await playAudit(entries, (line) => console.log(line));
  for (const problem of problems) console.log(problem);
  if (report !== null) await writeFile(report, JSON.stringify({ figures, problems }));
  return problems.length === 0 ? 0 : 1;
}

function tryRead(args: readonly string[]): ReturnType<typeof readArguments> | null {
  try {
    return readArguments(args);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    return null;
  }
}

async function runAll(world: World, seed: number, numbers: readonly number[]): Promise<ScenarioResult[]> {
  const results: ScenarioResult[] = [];
  const waiting: StartedScenario[] = [];
  const finishAll = async () => {
    for (const started of waiting.splice(0)) results.push(told(await started.finish()));
  };
  for (const number of numbers) {
    const started = await runScenario(world, makeScenario(seed, number));
    if (started.takesTime) waiting.push(started);
    else results.push(told(await started.finish()));
    if (waiting.length >= GATHERED) await finishAll();
  }
  await finishAll();
  return results.toSorted((a, b) => a.scenario.number - b.scenario.number);
}

function told(result: ScenarioResult): ScenarioResult {
  const { scenario, problems, answers, log, busyMs } = result;
  const head = `run ${scenario.number} (${scenario.theme}): ${answers.join(", ")}, ${(busyMs / 1000).toFixed(1)} s`;
  if (problems.length === 0) {
    console.log(head);
    return result;
  }
  console.log(`${head}  FAILED`);
  for (const { kind, detail } of problems) console.log(`    ${kind}: ${detail}`);
  for (const line of log) console.log(`      ${line}`);
  return result;
}

async function writeReport(
  file: string,
  results: readonly ScenarioResult[],
  problems: readonly string[],
): Promise<void> {
  const runs = results.map(({ scenario, problems: found }) => ({
    name: `run ${scenario.number} of seed ${scenario.seed}: ${scenario.theme}`,
    problems: found,
  }));
  await writeFile(file, JSON.stringify({ runs, problems }));
}
