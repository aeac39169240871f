import { readFile, writeFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readOwnRows } from "../scripts/router/read-own-rows";
import { describeMachine } from "./report/machine";
import { measuredLine } from "./report/measured-line";
import { replaceBetween } from "./report/replace-between";
import { toJudgeTable } from "./router/judge";
import { type Latency, measureLatency } from "./router/measure-latency";
import { measurePairs, toPairTable } from "./router/measure-pairs";
import { measurePrompts } from "./router/measure-prompts";
import { ROOT } from "./run/paths";

const DOCUMENT = join(ROOT, "docs/benchmarks.md");
const START = "<!-- bench:router start -->";
const END = "<!-- bench:router end -->";

const say = (line: string): void => void process.stderr.write(`${line}\n`);

function latencyLine(lang: string, { p50Micros, p99Micros, texts }: Latency): string {
  const micros = (value: number | null) => (value === null ? "–" : value.toFixed(0));
  return `| ${lang} | ${texts} | ${micros(p50Micros)} | ${micros(p99Micros)} |`;
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
  const latency = { en: measureLatency(textsOf("en")), zh: measureLatency(textsOf("zh")) };
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
    "**A decision about 2,000 characters, µs:**",
    `| language | texts | p50 | p99 |\n| --- | ---: | ---: | ---: |\n${latencyLine("en", latency.en)}\n${latencyLine("zh", latency.zh)}`,
  ].join("\n\n");
  if (values.write)
    await writeFile(DOCUMENT, replaceBetween(await readFile(DOCUMENT, "utf8"), START, END, text));
  console.log(values.json ? JSON.stringify({ at, machine, loadAverage, latency, pairs, prompts }) : text);
}

await main();
