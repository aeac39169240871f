import type { ConditionalPrice, ModelPrice } from "@pydantic/genai-prices";
import { formatDecimal } from "@/lib/money/format-decimal";
import { parseDecimal } from "@/lib/money/parse-decimal";
import type { Bucket } from "@/lib/pricing/buckets";
import { makeRate, type StatedPrices, type StatedSchedule, type StatedTariff } from "@/lib/pricing/make-rate";
import type { Rate } from "@/lib/pricing/rate";
import type { ListedModel } from "./all-models";

const DIGITS = 12;
/** Their price keys, the bucket each is of, and how many of our millions its unit is of. */
const BUCKET_OF: Readonly<Record<string, readonly [Bucket, bigint]>> = {
  input_mtok: ["input", 1n],
  cache_read_mtok: ["cacheRead", 1n],
  cache_write_mtok: ["cacheWrite", 1n],
  cache_write_1h_mtok: ["cacheWrite1h", 1n],
  output_mtok: ["output", 1n],
  output_reasoning_mtok: ["reasoning", 1n],
  input_audio_mtok: ["audioInput", 1n],
  cache_audio_read_mtok: ["audioCacheRead", 1n],
  output_audio_mtok: ["audioOutput", 1n],
  input_image_mtok: ["imageInput", 1n],
  output_image_mtok: ["imageOutput", 1n],
  web_searches_kcount: ["webSearches", 1000n],
  requests_kcount: ["requests", 1000n],
};

export type Conversion =
  | { kind: "rates"; rates: Rate[] }
  /** No price that a version of ours can be made of, and why. */
  | { kind: "none"; why: "no price of input or output" | "finer than a millionth" };

/** The calculator's prices of a model as dated versions of ours, from the same figures and nothing else. */
export function toRates({ provider, model }: ListedModel): Conversion {
  const listed: readonly ConditionalPrice[] = Array.isArray(model.prices)
    ? model.prices
    : [{ prices: model.prices }];
  const dated = listed.filter(({ constraint }) => constraint?.type !== "time_of_date");
  if (listed.some(({ prices }) => prices.input_mtok === undefined || prices.output_mtok === undefined)) {
    return { kind: "none", why: "no price of input or output" };
  }
  if (listed.some(({ prices }) => isTooFine(prices))) return { kind: "none", why: "finer than a millionth" };
  const rates = dated.map((one, index) => {
    const next = dated[index + 1];
    const hours = listed.slice(listed.indexOf(one) + 1, next ? listed.indexOf(next) : undefined);
    return makeRate({
      vendor: provider.id,
      model: model.id,
      currency: "USD",
      ...toSchedule(one.prices),
      tariffs: hours.toReversed().map(toTariff),
      validFrom: startOf(one) ?? "2000-01-01",
      validTo: (next && startOf(next)) ?? null,
      version: "cross-check",
    });
  });
  return { kind: "rates", rates };
}

function startOf({ constraint }: ConditionalPrice): string | null {
  return constraint?.type === "start_date" ? constraint.start_date : null;
}

function toTariff({ constraint, prices }: ConditionalPrice): StatedTariff {
  if (constraint?.type !== "time_of_date") throw new RangeError("no hours");
  const [from, to] = [constraint.start_time, constraint.end_time].map(toMinute);
  if (from === undefined || to === undefined) throw new RangeError("no hours");
  return { ...toSchedule(prices), hours: { zone: "UTC", windows: [[from, to]], by: "start" } };
}

function toMinute(time: string): string {
  const match = /^(\d\d:\d\d):00Z$/.exec(time);
  if (!match?.[1]) throw new RangeError(`no whole minute of UTC: ${time}`);
  return match[1];
}

function toSchedule(prices: ModelPrice): StatedSchedule {
  const starts = Object.values(prices).flatMap((price) =>
    typeof price === "object" ? price.tiers.map(({ start }) => start) : [],
  );
  const bounds = [...new Set(starts)].toSorted((a, b) => a - b);
  return {
    perMillion: toStated(prices, 0),
    tiers: bounds.map((above) => ({ above, perMillion: toStated(prices, above + 1) })),
    tiersBy: "whole",
  };
}

/** The prices of a prompt of so many tokens. */
function toStated(prices: ModelPrice, tokens: number): StatedPrices {
  const stated: Partial<Record<Bucket, string>> = {};
  for (const [key, price] of Object.entries(prices)) {
    const known = BUCKET_OF[key];
    if (!known || price === undefined) continue;
    const [bucket, thousands] = known;
    const amount =
      typeof price === "number"
        ? price
        : (price.tiers.findLast(({ start }) => tokens > start)?.price ?? price.base);
    stated[bucket] = formatDecimal(parseDecimal(plain(amount), DIGITS) * thousands, DIGITS);
  }
  return { ...stated, input: stated.input ?? "", output: stated.output ?? "" };
}

function isTooFine(prices: ModelPrice): boolean {
  const amounts = Object.entries(prices).flatMap(([key, price]) => {
    if (price === undefined || !BUCKET_OF[key]) return [];
    return typeof price === "number" ? [price] : [price.base, ...price.tiers.map((tier) => tier.price)];
  });
  return amounts.some((amount) => /\.\d{7,}/.test(plain(amount)));
}

/** The shortest decimal that is this float, without an exponent. */
function plain(amount: number): string {
  const text = String(amount);
  const match = /^(\d)(?:\.(\d+))?e-(\d+)$/.exec(text);
  if (!match) return text;
  const [, whole = "", fraction = "", exponent = ""] = match;
  return `0.${"0".repeat(Number(exponent) - 1)}${whole}${fraction}`;
}
