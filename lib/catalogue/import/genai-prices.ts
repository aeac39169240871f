import type { Bucket } from "@/lib/pricing/buckets";
import type { StatedPrices, StatedTariff } from "@/lib/pricing/make-rate";
import { Exact } from "./exact";
import type { FileRow, ImportedModel, ImportedPrice } from "./imported";
import { needsBoth } from "./needs-both";
import { type Fields, fieldsOf, given, maybeFields, priceOf, textOf, tokensOf } from "./read-fields";

const VENDORS: Readonly<Record<string, string>> = {
  openai: "openai",
  anthropic: "anthropic",
  google: "google",
  azure: "azure",
  mistral: "mistral",
  "x-ai": "xai",
  deepseek: "deepseek",
  moonshotai: "moonshot",
  zai: "zhipu",
  groq: "groq",
  openrouter: "openrouter",
};

/** Its units, and ours; those counted by the thousand are shifted to a million. */
const UNITS: Readonly<Record<string, readonly [bucket: Bucket, shift: number]>> = {
  input_mtok: ["input", 0],
  output_mtok: ["output", 0],
  cache_read_mtok: ["cacheRead", 0],
  cache_write_mtok: ["cacheWrite", 0],
  cache_write_1h_mtok: ["cacheWrite1h", 0],
  output_reasoning_mtok: ["reasoning", 0],
  input_audio_mtok: ["audioInput", 0],
  output_audio_mtok: ["audioOutput", 0],
  cache_audio_read_mtok: ["audioCacheRead", 0],
  input_image_mtok: ["imageInput", 0],
  output_image_mtok: ["imageOutput", 0],
  web_searches_kcount: ["webSearches", 3],
  requests_kcount: ["requests", 3],
};

/** Rows of genai-prices' data.json. @throws RangeError if it is none */
export function genaiPricesRows(json: unknown): FileRow[] {
  if (!Array.isArray(json)) throw new RangeError("the file is no list of providers");
  return json.flatMap((value: unknown, index) => {
    const provider = fieldsOf(value, `provider ${index}`);
    const id = textOf(provider, "id") ?? `provider ${index}`;
    if (!Array.isArray(provider.models)) throw new RangeError(`${id} has no models`);
    return provider.models.map((model: unknown, position) => {
      const row = typeof model === "object" && model !== null ? (model as Fields) : {};
      const name = textOf(row, "id") ?? `model ${position}`;
      return { name: `${id}/${name}`, read: () => read(id, name, fieldsOf(model, "the row")) };
    });
  });
}

function read(provider: string, id: string, row: Fields): ImportedModel | null {
  const vendor = Object.hasOwn(VENDORS, provider) ? VENDORS[provider] : undefined;
  if (vendor === undefined) return null;
  const entry = given({ name: textOf(row, "name"), contextLength: tokensOf(row, "context_window") });
  return { vendor, model: id.toLowerCase(), entry, prices: versionsOf(row.prices) };
}

interface Version {
  from: string | null;
  hours: readonly [string, string] | null;
  perMillion: StatedPrices;
  tiers: { above: number; perMillion: StatedPrices }[];
}

/** Prices for hours of the day hold with the last dated version, as they do there. */
function versionsOf(value: unknown): ImportedPrice[] {
  const list = Array.isArray(value) ? value : [{ prices: value }];
  const versions = list.flatMap((one: unknown) => versionOf(fieldsOf(one, "a price")));
  const tariffs = versions.flatMap(({ hours, perMillion, tiers }): StatedTariff[] =>
    hours ? [{ hours: { zone: "UTC", windows: [hours], by: "start" }, perMillion, tiers }] : [],
  );
  const dated = versions.filter(({ hours }) => hours === null);
  return dated.map(({ from, perMillion, tiers }, index) => ({
    from,
    perMillion,
    tiers,
    ...(index === dated.length - 1 && { tariffs }),
  }));
}

function versionOf(version: Fields): Version[] {
  const prices = maybeFields(version.prices, "prices");
  const perMillion = prices && pricesAt(prices, 0);
  if (!prices || !perMillion) return [];
  const constraint = maybeFields(version.constraint, "constraint") ?? {};
  const from = textOf(constraint, "start_date") ?? null;
  const start = textOf(constraint, "start_time");
  const end = textOf(constraint, "end_time");
  const hours = start !== undefined && end !== undefined ? ([utc(start), utc(end)] as const) : null;
  const tiers = startsOf(prices).flatMap((above) => {
    const reached = pricesAt(prices, above);
    return reached ? [{ above, perMillion: reached }] : [];
  });
  return [{ from, hours, perMillion, tiers }];
}

function utc(time: string): string {
  const match = /^(\d{2}:\d{2})(:\d{2})?Z?$/.exec(time);
  if (!match?.[1]) throw new RangeError(`no time of day in UTC: ${time.slice(0, 40)}`);
  return match[1];
}

function startsOf(prices: Fields): number[] {
  const starts = Object.values(prices).flatMap((price) =>
    tiersOf(price).map((tier) => tokensOf(fieldsOf(tier, "a tier"), "start") ?? 0),
  );
  return [...new Set(starts)].sort((a, b) => a - b);
}

function tiersOf(price: unknown): unknown[] {
  if (typeof price !== "object" || price === null || price instanceof Exact) return [];
  return "tiers" in price && Array.isArray(price.tiers) ? price.tiers : [];
}

/** The highest tier that a prompt exceeds moves the whole call. */
function pricesAt(prices: Fields, above: number): StatedPrices | null {
  const stated = Object.entries(prices).flatMap(([unit, price]) => {
    const known = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
    if (known === undefined) return [];
    const [bucket, shift] = known;
    const text =
      price instanceof Exact ? priceOf(prices, unit, shift) : tieredPrice(price, unit, above, shift);
    return text === undefined ? [] : [[bucket, text] as const];
  });
  return needsBoth(Object.fromEntries(stated));
}

function tieredPrice(value: unknown, unit: string, above: number, shift: number): string | undefined {
  const price = fieldsOf(value, unit);
  const tiers = tiersOf(price).map((tier) => fieldsOf(tier, `a tier of ${unit}`));
  const reached = tiers.filter((tier) => (tokensOf(tier, "start") ?? 0) <= above).at(-1);
  return reached ? priceOf(reached, "price", shift) : priceOf(price, "base", shift);
}
