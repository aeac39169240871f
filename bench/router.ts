import { readFile, writeFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { classify } from "../lib/router/classifier/classify";
import { readOwnRows } from "../scripts/router/read-own-rows";
import { describeMachine } from "./report/machine";
import { measuredLine } from "./report/measured-line";
import { replaceBetween } from "./report/replace-between";
import { toIntervalTable } from "./router/auc-interval";
import { toJudgeTable } from "./router/judge";
import { type Latency, measureLatency } from "./router/measure-latency";
import { measurePairs, toPairTable } from "./router/measure-pairs";
import { measureNewSource, measurePrompts } from "./router/measure-prompts";
import { routedTeam } from "./router/routed-team";
import { ROOT } from "./run/paths";

const DOCUMENT = join(ROOT, "docs/benchmarks.md");
/** Each has a place of its own in the document. */
const PARTS = ["judged", "latency", "new"] as const;
type Part = (typeof PARTS)[number];
const isPart = (name: string): name is Part => PARTS.some((part) => part === name);

const say = (line: string): void => void process.stderr.write(`${line}\n`);

type Latencies = Readonly<Record<string, Readonly<Record<"en" | "zh", Latency>>>>;

function latencyTable(latencies: Latencies): string {
  const micros = (value: number | null) => (value === null ? "–" : value.toFixed(0));
  const lines = Object.entries(latencies).flatMap(([what, of]) =>
    Object.entries(of).map(
      ([lang, { texts, p50Micros, p99Micros }]) =>
        `| ${what} | ${lang} | ${texts} | ${micros(p50Micros)} | ${micros(p99Micros)} |`,
    ),
  );
  return ["|  | language | texts | p50 | p99 |", "| --- | --- | ---: | ---: | ---: |", ...lines].join("\n");
}

/** By what is decided. */
function measureDecisions(textsOf: (lang: "en" | "zh") => string[]): Latencies {
  const now = new Date();
  const both = (decide: (text: string) => unknown) => ({
    en: measureLatency(textsOf("en"), decide),
    zh: measureLatency(textsOf("zh"), decide),
  });
  const ceiling = { amount: "1", currency: "USD" };
  return {
    "the mode alone": both((text) => classify({ text })),
    "`route()`": both(routedTeam({}, now)),
    "`route()`, half by cost, with a ceiling": both(routedTeam({ quality: 0.5, ceiling }, now)),
  };
}

function judgedPart(dataDir: string) {
  const pairs = measurePairs(dataDir);
  const prompts = measurePrompts(dataDir, say);
  const text = [
    "**Rows kept back**, judged by the weights that ship:",
    toJudgeTable(prompts.unseen),
    "**Whole sources held out**, each judged by a model that was trained without it; our own rows by kind:",
    toJudgeTable(prompts.heldOut),
    `**A strong model for a share of ${pairs.pairs} questions:**`,
    toPairTable(pairs),
  ];
  return { text, figures: { pairs, prompts } };
}

function newSourcePart(dataDir: string, folder: string, name: string) {
  const newSource = measureNewSource(dataDir, folder, name);
  return {
    text: [toJudgeTable(newSource.figures), toIntervalTable(newSource.intervals)],
    figures: { newSource },
  };
}

function latencyPart() {
  const own = readOwnRows(join(ROOT, "scripts/router/rows"));
  const latency = measureDecisions((lang) => own.filter((row) => row.lang === lang).map(({ text }) => text));
  return { text: [latencyTable(latency)], figures: { latency } };
}

interface Arguments {
  dataDir: string;
  /** Rows of a source that nothing here has seen, and what it is called. */
  newRows: string | undefined;
  newName: string;
  parts: Part[];
  json: boolean;
  write: boolean;
}

function readArguments(): Arguments {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      data: { type: "string" },
      new: { type: "string" },
      "new-name": { type: "string", default: "a new source" },
      parts: { type: "string", default: "judged,latency" },
      json: { type: "boolean", default: false },
      write: { type: "boolean", default: true },
    },
  });
  const { data: dataDir, new: newRows, "new-name": newName, json, write } = values;
  if (dataDir === undefined)
    throw new RangeError("--data DIR is needed: the folder with prompts.jsonl.gz and the pairs");
  const named = values.parts.split(",");
  const parts = named.filter(isPart);
  if (parts.length < named.length) throw new RangeError(`--parts are of ${PARTS.join(", ")}`);
  if (parts.includes("new") && newRows === undefined)
    throw new RangeError(
      "--new DIR is needed for the part new: a folder of rows as scripts/router/rows has them",
    );
  return { dataDir, newRows, newName, parts, json, write };
}

async function main(): Promise<void> {
  const { dataDir, newRows = "", newName, parts, json, write } = readArguments();
  const [loadAverage = 0] = loadavg();
  const at = new Date().toISOString();
  const machine = describeMachine();
  const command = `npm run bench:router -- --data DIR --parts ${parts}${parts.includes("new") ? " --new DIR" : ""}`;
  // What is timed comes first, before training fills the memory.
  const measure = {
    latency: latencyPart,
    judged: () => judgedPart(dataDir),
    new: () => newSourcePart(dataDir, newRows, newName),
  };
  const measured = (["latency", "judged", "new"] as const)
    .filter((part) => parts.includes(part))
    .map((part) => ({ part, ...measure[part]() }));
  for (const { part, text } of measured) {
    const block = [measuredLine({ at, machine, command, loadAverage }), ...text].join("\n\n");
    if (!json) console.log(`${block}\n`);
    if (!write) continue;
    const [from, to] = [`<!-- bench:router ${part} start -->`, `<!-- bench:router ${part} end -->`];
    await writeFile(DOCUMENT, replaceBetween(await readFile(DOCUMENT, "utf8"), from, to, block));
  }
  const figures = Object.assign({}, ...measured.map((one) => one.figures));
  if (json) console.log(JSON.stringify({ at, machine, loadAverage, ...figures }));
}

await main();
