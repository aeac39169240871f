import type { StatedTariff } from "@/lib/pricing/make-rate";
import type { FileRow, ImportedModel } from "./imported";
import { needsBoth } from "./needs-both";
import { type Fields, fieldsOf, maybeFields, priceOf, textOf } from "./read-fields";

/** The vendors of its files, by the name of the file. */
export const PORTKEY_FILES: Readonly<Record<string, string>> = {
  openai: "openai",
  "open-ai": "openai",
  anthropic: "anthropic",
  google: "google",
  "azure-openai": "azure",
  "mistral-ai": "mistral",
  "x-ai": "xai",
  deepseek: "deepseek",
  dashscope: "alibaba",
  zhipu: "zhipu",
  moonshot: "moonshot",
  groq: "groq",
  openrouter: "openrouter",
  meta: "meta",
};

/** Cents per token: two of the six digits of a million are the cents'. */
const SHIFT = 4;

/** Rows of one of Portkey's pricing files, which names no vendor itself. @throws RangeError if it is none */
export function portkeyRows(json: unknown, vendor: string): FileRow[] {
  return Object.entries(fieldsOf(json, "the file"))
    .filter(([name]) => name !== "default" && name !== "name" && name !== "description")
    .map(([name, value]) => ({ name, read: () => read(name, vendor, fieldsOf(value, "the row")) }));
}

function read(name: string, vendor: string, row: Fields): ImportedModel | null {
  const config = maybeFields(row.pricing_config, "pricing_config");
  const stated = config && maybeFields(config.pay_as_you_go, "pay_as_you_go");
  const perMillion = stated && pricesOf(stated);
  if (!config || !perMillion) return null;
  const currency = textOf(config, "currency") ?? "USD";
  if (currency !== "USD") throw new RangeError(`its currency is ${currency}, not USD`);
  const batch = maybeFields(config.batch_config, "batch_config");
  const batchPrices = batch && pricesOf(batch);
  const tariffs: StatedTariff[] = batchPrices ? [{ serviceTier: "batch", perMillion: batchPrices }] : [];
  return {
    vendor,
    model: name.toLowerCase(),
    entry: {},
    prices: [{ perMillion, tariffs, from: null }],
  };
}

function pricesOf(stated: Fields) {
  const more = maybeFields(stated.additional_units, "additional_units") ?? {};
  const price = (fields: Fields, key: string) => {
    const unit = maybeFields(fields[key], key);
    return unit ? priceOf(unit, "price", SHIFT) : undefined;
  };
  return needsBoth({
    input: price(stated, "request_token"),
    output: price(stated, "response_token"),
    cacheRead: price(stated, "cache_read_input_token"),
    cacheWrite: price(stated, "cache_write_input_token"),
    audioInput: price(stated, "request_audio_token"),
    audioOutput: price(stated, "response_audio_token"),
    audioCacheRead: price(stated, "cache_read_audio_input_token"),
    cacheWrite1h: price(more, "cache_write_1h"),
    webSearches: price(more, "web_search"),
  });
}
