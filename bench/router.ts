import { readFile, writeFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { classify } from "../lib/router/classifier/classify";
import { readOwnRows } from "../scripts/router/read-own-rows";
import { describeMachine } from "./report/machine";
import { measuredLine } from "./report/measured-line";
import { replaceBetween } from "./report/replace-between";
import { toJudgeTable } from "./router/judge";
import { type Latency, measureLatency } from "./router/measure-latency";
import { measurePairs, toPairTable } from "./router/measure-pairs";
import { measurePrompts } from "./router/measure-prompts";
import { routedTeam } from "./router/routed-team";
import { ROOT } from "./run/paths";

const DOCUMENT = join(ROOT, "docs/benchmarks.md");
const START = "<!-- bench:router start -->";
const END = "<!-- bench:router end -->";

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

async function main(): Promise<void> {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      data: { type: "string" },
      json: { type: "boolean", default: false },
      write: { type: "boolean", default: true },
    },
  });
  if (values.data === undefined)
    throw new RangeError("--data DIR is needed: the folder with prompts.jsonl.gz and the pairs");
  const [loadAverage = 0] = loadavg();
  const own = readOwnRows(join(ROOT, "scripts/router/rows"));
  const textsOf = (lang: "en" | "zh") => own.filter((row) => row.lang === lang).map(({ text }) => text);
  const latency = measureDecisions(textsOf);
  const pairs = measurePairs(values.data);
  const prompts = measurePrompts(values.data, say);
  const at = new Date().toISOString();
  const machine = describeMachine();
  const text = [
    measuredLine({ at, machine, command: "npm run bench:router -- --data DIR", loadAverage }),
    "**Rows kept back**, judged by the weights that ship:",
    toJudgeTable(prompts.unseen),
    "**Whole sources held out**, each judged by a model that was trained without it; our own rows by kind:",
    toJudgeTable(prompts.heldOut),
    `**A strong model for a share of ${pairs.pairs} questions:**`,
    toPairTable(pairs),
    "**A decision about 2,000 characters, µs.** `route()` has 500 models and 20 rules, none of which matches:",
    latencyTable(latency),
  ].join("\n\n");
  if (values.write)
    await writeFile(DOCUMENT, replaceBetween(await readFile(DOCUMENT, "utf8"), START, END, text));
  console.log(values.json ? JSON.stringify({ at, machine, loadAverage, latency, pairs, prompts }) : text);
}

await main();
