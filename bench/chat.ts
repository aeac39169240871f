import { readFile, writeFile } from "node:fs/promises";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { type Arguments, readArguments, USAGE } from "./arguments.ts";
import type { PartName } from "./parts/part-name.ts";
import { type PartOutcome, runPart } from "./parts/run-part.ts";
import { describeMachine } from "./report/machine.ts";
import { type Circumstances, measuredLine } from "./report/measured-line.ts";
import { replaceBetween } from "./report/replace-between.ts";
import { CLIENT_CORE } from "./run/cores.ts";
import { ROOT } from "./run/paths.ts";
import { startUpstream } from "./run/upstream.ts";
import { buildFloors } from "./targets/build-floors.ts";
import { FLOOR_NAMES } from "./targets/target.ts";

const DOCUMENT = join(ROOT, "docs/benchmarks.md");
const WRONG_USAGE = 2;

type Outcomes = [name: PartName, outcome: PartOutcome][];

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function measureAll({ parts, targets, passes }: Arguments): Promise<Outcomes> {
  const upstream = await startUpstream(CLIENT_CORE);
  try {
    const outcomes: Outcomes = [];
    for (const name of parts) {
      say(`-- ${name} --`);
      const outcome = await runPart(name, { targets, passes, upstream, say });
      if (outcome) outcomes.push([name, outcome]);
    }
    return outcomes;
  } finally {
    await upstream.stop();
  }
}

/** Each part has its place; those that were not measured keep their figures. */
async function write(circumstances: Circumstances, outcomes: Outcomes): Promise<void> {
  let text = await readFile(DOCUMENT, "utf8");
  for (const [name, { table }] of outcomes) {
    const [start, end] = [`<!-- bench:${name} start -->`, `<!-- bench:${name} end -->`];
    text = replaceBetween(text, start, end, `${measuredLine(circumstances)}\n\n${table}`);
  }
  await writeFile(DOCUMENT, text);
}

async function main(args: readonly string[]): Promise<void> {
  const options = readArguments(args);
  if (process.platform !== "linux" || availableParallelism() < 2) {
    throw new RangeError("measuring needs Linux and two cores");
  }
  const [loadAverage = 0] = loadavg();
  if (FLOOR_NAMES.some((name) => options.targets.includes(name))) await buildFloors();
  const circumstances: Circumstances = {
    at: new Date().toISOString(),
    machine: describeMachine(),
    command: ["npm run bench:chat", ...(args.length > 0 ? ["--", ...args] : [])].join(" "),
    loadAverage,
  };
  const outcomes = await measureAll(options);
  if (options.write) await write(circumstances, outcomes);
  const results = Object.fromEntries(outcomes.map(([name, outcome]) => [name, outcome.results]));
  console.log(
    options.json
      ? JSON.stringify({ ...circumstances, parts: results })
      : [measuredLine(circumstances), ...outcomes.map(([, { table }]) => table)].join("\n\n"),
  );
}

const args = process.argv.slice(2);
if (args.includes("--help")) console.log(USAGE);
else {
  try {
    await main(args);
  } catch (error) {
    say(
      error instanceof RangeError || error instanceof TypeError
        ? `${error.message}\n${USAGE}`
        : String(error),
    );
    process.exitCode = error instanceof RangeError || error instanceof TypeError ? WRONG_USAGE : 1;
  }
}
