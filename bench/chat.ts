import { readFile, writeFile } from "node:fs/promises";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { type Arguments, readArguments, USAGE } from "./arguments.ts";
import { describeMachine } from "./report/machine.ts";
import { medianBy } from "./report/median.ts";
import { replaceBetween } from "./report/replace-between.ts";
import { type Report, toMarkdown } from "./report/to-markdown.ts";
import { CLIENT_CORE } from "./run/cores.ts";
import { type Measured, measure } from "./run/measure.ts";
import { ROOT } from "./run/paths.ts";
import { startUpstream, type Upstream } from "./run/upstream.ts";
import { buildFloors } from "./targets/build-floors.ts";
import { startFloor } from "./targets/start-floor.ts";
import { startWye } from "./targets/start-wye.ts";
import type { TargetName } from "./targets/target.ts";

const DOCUMENT = join(ROOT, "docs/benchmarks.md");
const START = "<!-- bench:chat start -->";
const END = "<!-- bench:chat end -->";
const WRONG_USAGE = 2;

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function measureOne(name: TargetName, upstream: Upstream): Promise<Measured> {
  say(name);
  const target = name === "wye" ? await startWye(upstream.baseUrl) : await startFloor(name, upstream.baseUrl);
  try {
    return await measure(target, upstream, say);
  } finally {
    await target.stop();
  }
}

async function measureAll({ targets, passes }: Arguments): Promise<Report["results"]> {
  const upstream = await startUpstream(CLIENT_CORE);
  try {
    const runs = new Map<TargetName, Measured[]>(targets.map((name) => [name, []]));
    for (let pass = 1; pass <= passes; pass++) {
      if (passes > 1) say(`pass ${pass} of ${passes}`);
      for (const [name, measured] of runs) measured.push(await measureOne(name, upstream));
    }
    const medians = [...runs].map(
      ([name, all]) =>
        [name, medianBy(all, (run) => run.paced.cpuUsPerToken ?? Number.POSITIVE_INFINITY)] as const,
    );
    return Object.fromEntries(medians);
  } finally {
    await upstream.stop();
  }
}

async function main(args: readonly string[]): Promise<void> {
  const options = readArguments(args);
  if (process.platform !== "linux" || availableParallelism() < 2) {
    throw new RangeError("measuring needs Linux and two cores");
  }
  const [loadAverage = 0] = loadavg();
  if (options.targets.some((name) => name !== "wye")) await buildFloors();
  const report: Report = {
    at: new Date().toISOString(),
    machine: describeMachine(),
    command: ["npm run bench:chat", ...(args.length > 0 ? ["--", ...args] : [])].join(" "),
    loadAverage,
    results: await measureAll(options),
  };
  const table = toMarkdown(report);
  if (options.write)
    await writeFile(DOCUMENT, replaceBetween(await readFile(DOCUMENT, "utf8"), START, END, table));
  console.log(options.json ? JSON.stringify(report) : table);
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
