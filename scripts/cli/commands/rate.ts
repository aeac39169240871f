import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Command, Option } from "commander";
import { importRates, RATE_FORMATS, type RateFormat } from "@/lib/exchange/import-rates";
import { listRates } from "@/lib/exchange/list-rates";
import { setRate } from "@/lib/exchange/set-rate";
import { Failure } from "../failure";
import { type CommonOptions, leaf, withCommonOptions } from "../leaf";
import { printRows, printValue } from "../output";
import { parseCount } from "../parse-count";
import { withContext } from "../with-context";

const MOST = 100_000;
const DEFAULT_LIMIT = 50;

interface SetOptions extends CommonOptions {
  base: string;
  quote: string;
  day: string;
  rate: string;
}

interface ImportOptions extends CommonOptions {
  format: RateFormat;
}

export function addRateCommands(rate: Command): void {
  const set = leaf(rate, "set", "state what one unit of a currency was worth in another")
    .requiredOption("--base <code>", "such as EUR")
    .requiredOption("--quote <code>", "such as CNY")
    .requiredOption("--day <date>", "from which day on it is used, such as 2026-01-31")
    .requiredOption("--rate <number>", "what one unit of the base is worth in the other, such as 7.2451");
  withCommonOptions(set).action(setOne);
  const take = leaf(rate, "import", "take a file of exchange rates, whole or not at all")
    .argument("<file>")
    .addOption(
      new Option(
        "--format <format>",
        "csv: base,quote,day,rate; ecb: the European Central Bank's XML or CSV, daily or historical",
      )
        .choices(RATE_FORMATS)
        .makeOptionMandatory(),
    );
  withCommonOptions(take).action(importFile);
  const list = leaf(rate, "list", "exchange rates, the last day's first").option(
    "--limit <number>",
    `at most so many, up to ${MOST}`,
    parseCount(MOST),
    DEFAULT_LIMIT,
  );
  withCommonOptions(list).action(listNewest);
}

async function setOne(options: SetOptions): Promise<void> {
  const { base, quote, day, rate } = options;
  const made = await withContext(options, (context) => setRate(context, { base, quote, day, rate }));
  printValue(made, options, `From ${made.day}: 1 ${made.base} is ${made.rate} ${made.quote}.`);
}

async function importFile(file: string, options: ImportOptions): Promise<void> {
  const text = await readText(file);
  const source = options.format === "ecb" ? "ecb" : path.basename(file);
  const imported = await withContext(options, (context) =>
    importRates(context, { text, format: options.format, source }),
  );
  const { rates, from, to } = imported;
  printValue(imported, options, `Took ${rates} rates, of ${from} to ${to}.`);
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "it is not readable";
    throw new Failure(`${file}: ${code}`);
  }
}

async function listNewest(options: CommonOptions & { limit: number }): Promise<void> {
  const rates = await withContext(options, (context) => listRates(context, options.limit));
  printRows(rates, options, {
    columns: [
      { title: "Day", value: ({ day }) => day },
      { title: "One", value: ({ base }) => base },
      { title: "Is", value: ({ rate }) => rate, align: "right" },
      { title: "Of", value: ({ quote }) => quote },
      { title: "Source", value: ({ source }) => source },
    ],
    none: "No exchange rate is known. State one: rate set; or take a file: rate import.",
  });
}
