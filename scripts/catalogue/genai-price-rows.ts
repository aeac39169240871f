import type { ListPrice, ListTerms } from "@/lib/catalogue/list-price";
import { decimalText } from "@/lib/money/decimal-text";
import type { Bucket } from "@/lib/pricing/buckets";
import { makeRate } from "@/lib/pricing/make-rate";
import { DEEPSEEK, DOUBTFUL, NOT_TAKEN, TAKEN, UNUSED_UNITS } from "./price-rules";
import type { GenaiModel, GenaiPrices, VendorPrices } from "./read-genai-prices";

/** Its units, and ours; those counted by the thousand are shifted to a million. */
const UNITS: Readonly<Record<string, { bucket: Bucket; shift: number }>> = {
  input_mtok: { bucket: "input", shift: 0 },
  output_mtok: { bucket: "output", shift: 0 },
  cache_read_mtok: { bucket: "cacheRead", shift: 0 },
  cache_write_mtok: { bucket: "cacheWrite", shift: 0 },
  cache_write_1h_mtok: { bucket: "cacheWrite1h", shift: 0 },
  output_reasoning_mtok: { bucket: "reasoning", shift: 0 },
  input_audio_mtok: { bucket: "audioInput", shift: 0 },
  output_audio_mtok: { bucket: "audioOutput", shift: 0 },
  cache_audio_read_mtok: { bucket: "audioCacheRead", shift: 0 },
  input_image_mtok: { bucket: "imageInput", shift: 0 },
  output_image_mtok: { bucket: "imageOutput", shift: 0 },
  web_searches_kcount: { bucket: "webSearches", shift: 3 },
  requests_kcount: { bucket: "requests", shift: 3 },
};

export interface PriceRows {
  rows: ListPrice[];
  /** `vendor/model: why` */
  left: string[];
}

/** Its prices as dated rows from `date` on, the day on which the package was published, unless it dates them itself.
 *  Versions that it dates before that day are of history that prices.json has, and are left out. */
export function genaiPriceRows(lists: readonly VendorPrices[], date: string): PriceRows {
  const rows: ListPrice[] = [];
  const left: string[] = [];
  for (const { vendor, models } of lists) {
    for (const model of models) {
      const why = whyNot(vendor, model);
      if (why !== null) {
        left.push(`${vendor}/${model.id}: ${why}`);
        continue;
      }
      const made = versions(vendor, model, date);
      const rounded = made.find((row) => !isExact(row));
      if (rounded) left.push(`${vendor}/${model.id}: a figure is rounded`);
      else rows.push(...made);
    }
  }
  return { rows, left };
}

function whyNot(vendor: string, model: GenaiModel): string | null {
  const reason = NOT_TAKEN[vendor];
  if (reason !== undefined) return reason;
  if (TAKEN[vendor]?.test(model.id) === false) return "not a model that the vendor serves here";
  if (DOUBTFUL.test(model.price_comments ?? "") && vendor !== "openrouter") return "the source doubts it";
  const stated = versionsOf(model).map(({ prices }) => prices);
  if (stated.some((prices) => !("input_mtok" in prices) || !("output_mtok" in prices)))
    return "not priced by the token";
  const unknown = stated
    .flatMap(Object.keys)
    .find((unit) => UNITS[unit] === undefined && !UNUSED_UNITS.has(unit));
  return unknown === undefined ? null : `it is charged by ${unknown}`;
}

/** A quotient that does not come out even is no price that anybody charges. */
function isExact({ from, to, ...stated }: ListPrice): boolean {
  try {
    makeRate({ ...stated, validFrom: from, validTo: to ?? null, version: "source" });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const versionsOf = ({
  prices,
}: GenaiModel): { constraint?: Constraint | undefined; prices: GenaiPrices }[] =>
  Array.isArray(prices) ? prices : [{ prices }];

type Constraint =
  | { type: "start_date"; start_date: string }
  | { type: "time_of_date"; start_time: string; end_time: string };

function versions(vendor: string, model: GenaiModel, date: string): ListPrice[] {
  const all = versionsOf(model);
  const peaks = all.filter(({ constraint }) => constraint?.type === "time_of_date");
  const dated = all.flatMap(({ constraint, prices }) => {
    if (constraint?.type === "time_of_date") return [];
    return [{ from: constraint?.type === "start_date" ? constraint.start_date : "", prices }];
  });
  // The last that holds on the day of the source begins there or where the source says; later ones on their days.
  const current = dated.filter(({ from }) => from <= date).at(-1);
  const kept = dated.filter((version) => version === current || version.from > date);
  const row = (from: string, prices: GenaiPrices): ListPrice => ({
    vendor,
    model: model.id.toLowerCase(),
    currency: "USD",
    from,
    ...toTerms(prices),
  });
  return kept.flatMap(({ from, prices }) => {
    if (peaks.length === 0) return [row(from === "" || from < date ? date : from, prices)];
    const base = row(from, prices);
    return [
      { ...base, to: DEEPSEEK.weekendsFrom, tariffs: peaks.map((peak) => peakTariff(peak, false)) },
      {
        ...base,
        from: DEEPSEEK.weekendsFrom,
        tariffs: peaks.map((peak) => peakTariff(peak, true)),
      },
    ];
  });
}

function peakTariff(
  { constraint, prices }: { constraint?: Constraint | undefined; prices: GenaiPrices },
  weekdaysOnly: boolean,
): NonNullable<ListPrice["tariffs"]>[number] {
  if (constraint?.type !== "time_of_date") throw new RangeError("a peak needs its hours");
  const window: [string, string] = [beijing(constraint.start_time), beijing(constraint.end_time)];
  return {
    ...toTerms(prices),
    hours: {
      zone: DEEPSEEK.zone,
      windows: [window],
      by: "start",
      ...(weekdaysOnly && { days: [...DEEPSEEK.weekdays] }),
    },
  };
}

function beijing(utc: string): string {
  const [hour = "0", minute = "00"] = utc.split(":");
  return `${String((Number(hour) + DEEPSEEK.offsetHours) % 24).padStart(2, "0")}:${minute}`;
}

function toTerms(prices: GenaiPrices): ListTerms {
  const starts = new Set<number>();
  for (const price of Object.values(prices))
    if (typeof price === "object") for (const { start } of price.tiers) starts.add(start);
  const tiers = [...starts].sort((a, b) => a - b).map((above) => ({ above, perMillion: at(prices, above) }));
  return { perMillion: at(prices, 0), ...(tiers.length > 0 && { tiers }) };
}

/** The source's engine moves the whole call to the highest tier whose start its prompt exceeds. */
function at(prices: GenaiPrices, above: number): ListTerms["perMillion"] {
  const entries = Object.entries(prices).flatMap(([unit, price]) => {
    const known = UNITS[unit];
    if (known === undefined) return [];
    const reached = typeof price === "number" ? [] : price.tiers.filter(({ start }) => start <= above);
    const value = typeof price === "number" ? price : (reached.at(-1)?.price ?? price.base);
    return [[known.bucket, decimalText(value, known.shift)] as const];
  });
  const { input, output, ...rest } = Object.fromEntries(entries);
  if (input === undefined || output === undefined) throw new RangeError("no price of input or output");
  return { input, output, ...rest };
}
