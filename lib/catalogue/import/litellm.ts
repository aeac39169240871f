import type { StatedTariff } from "@/lib/pricing/make-rate";
import type { CatalogueEntry } from "../entry";
import { guessReasoning } from "../guess-reasoning";
import type { FileRow, ImportedModel } from "./imported";
import { needsBoth } from "./needs-both";
import { type Fields, fieldsOf, flagOf, given, maybeFields, priceOf, textOf, tokensOf } from "./read-fields";

const VENDORS: Readonly<Record<string, string>> = {
  openai: "openai",
  anthropic: "anthropic",
  gemini: "google",
  azure: "azure",
  mistral: "mistral",
  xai: "xai",
  deepseek: "deepseek",
  dashscope: "alibaba",
  moonshot: "moonshot",
  zai: "zhipu",
  volcengine: "doubao",
  groq: "groq",
  openrouter: "openrouter",
  meta_llama: "meta",
  ollama: "ollama",
};

/** Dollars per token; ours are per million. */
const SHIFT = 6;

/** What it charges longer prompts otherwise, and its names for that. */
const BY_LENGTH = {
  input: "input_cost_per_token",
  output: "output_cost_per_token",
  cacheRead: "cache_read_input_token_cost",
  cacheWrite: "cache_creation_input_token_cost",
  cacheWrite1h: "cache_creation_input_token_cost_above_1hr",
} as const;
const ABOVE = new RegExp(`^(?:${Object.values(BY_LENGTH).join("|")})_above_(\\d{1,6})k_tokens$`);

/** Rows of LiteLLM's model_prices_and_context_window.json. @throws RangeError if it is none */
export function litellmRows(json: unknown): FileRow[] {
  return Object.entries(fieldsOf(json, "the file"))
    .filter(([name]) => name !== "sample_spec")
    .map(([name, value]) => ({ name, read: () => read(name, fieldsOf(value, "the row")) }));
}

function read(name: string, row: Fields): ImportedModel | null {
  const provider = textOf(row, "litellm_provider") ?? "";
  const vendor = Object.hasOwn(VENDORS, provider) ? VENDORS[provider] : undefined;
  const mode = textOf(row, "mode");
  if (vendor === undefined || (mode !== "chat" && mode !== "responses")) return null;
  const model = name.startsWith(`${provider}/`) ? name.slice(provider.length + 1) : name;
  const perMillion = pricesOf(row, "");
  const tiers = tiersOf(row, "");
  const { tariffs, leftOut } = tariffsOf(row, tiers);
  return {
    vendor,
    model: model.toLowerCase(),
    entry: entryOf(row, model),
    prices: perMillion ? [{ perMillion, tiers, tariffs, from: null }] : [],
    leftOut,
  };
}

const SERVICE_TIERS = [
  ["batches", "batch"],
  ["flex", "flex"],
  ["priority", "priority"],
] as const;

/** A service tier that lacks a price for long prompts which the standard one has is left out, with a word about it:
 *  its calls are unpriced rather than priced as short ones. */
function tariffsOf(row: Fields, standard: readonly { above: number }[]) {
  const tariffs: StatedTariff[] = [];
  const leftOut: string[] = [];
  for (const [theirs, serviceTier] of SERVICE_TIERS) {
    const perMillion = pricesOf(row, `_${theirs}`);
    if (!perMillion) continue;
    const tiers = tiersOf(row, `_${theirs}`);
    const lacking = standard.filter(({ above }) => !tiers.some((tier) => tier.above === above));
    if (lacking.length === 0) tariffs.push({ serviceTier, perMillion, tiers });
    else {
      const bounds = lacking.map(({ above }) => above).join(" and ");
      leftOut.push(
        `its service tier ${serviceTier} has no price above ${bounds} tokens: the model is taken without it`,
      );
    }
  }
  return { tariffs, leftOut };
}

function pricesOf(row: Fields, suffix: string) {
  const price = (key: string) => priceOf(row, `${key}${suffix}`, SHIFT);
  const searches = suffix === "" ? maybeFields(row.search_context_cost_per_query, "search_context") : null;
  return needsBoth({
    input: price("input_cost_per_token"),
    output: price("output_cost_per_token"),
    cacheRead: price("cache_read_input_token_cost"),
    cacheWrite: price("cache_creation_input_token_cost"),
    ...(suffix === "" && {
      cacheWrite1h: price("cache_creation_input_token_cost_above_1hr"),
      reasoning: price("output_cost_per_reasoning_token"),
      audioInput: price("input_cost_per_audio_token"),
      audioOutput: price("output_cost_per_audio_token"),
      audioCacheRead: price("cache_read_input_audio_token_cost"),
      requests: price("input_cost_per_request"),
      // Three sizes of search cost differently and no call says which it was: only where they are one price.
      webSearches: searches ? onePrice(searches) : undefined,
    }),
  });
}

function onePrice(searches: Fields): string | undefined {
  const prices = new Set(Object.keys(searches).map((size) => priceOf(searches, size, SHIFT)));
  return prices.size === 1 ? [...prices][0] : undefined;
}

/** What long prompts cost. Each kind of use has thresholds of its own: from one on it costs what the file says there,
 *  until a higher one says otherwise; below its first, and where it has none, it costs what short prompts do. */
function tiersOf(row: Fields, suffix: string) {
  const thresholds = Object.keys(row).flatMap((key) => {
    const thousands = key.endsWith(suffix)
      ? ABOVE.exec(key.slice(0, key.length - suffix.length))?.[1]
      : undefined;
    return thousands === undefined || priceOf(row, key, SHIFT) === undefined ? [] : [Number(thousands)];
  });
  const ascending = [...new Set(thresholds)].sort((a, b) => a - b);
  let reached = pricesOf(row, suffix);
  return ascending.flatMap((thousands) => {
    reached = needsBoth({ ...reached, ...longPrices(row, `_above_${thousands}k_tokens${suffix}`) });
    return reached ? [{ above: thousands * 1000, perMillion: reached }] : [];
  });
}

function longPrices(row: Fields, suffix: string) {
  const stated = Object.entries(BY_LENGTH).map(([bucket, key]) => [
    bucket,
    priceOf(row, `${key}${suffix}`, SHIFT),
  ]);
  return given(Object.fromEntries(stated));
}

function entryOf(row: Fields, model: string): CatalogueEntry {
  const inputs = (["vision", "image", "audio_input", "video_input", "pdf_input"] as const)
    .filter((ability) => flagOf(row, `supports_${ability}`) === true)
    .map((ability) => (ability === "pdf_input" ? "file" : MEDIA[ability]));
  const deprecated = textOf(row, "deprecation_date");
  const reasons = flagOf(row, "supports_reasoning");
  return given({
    contextLength: tokensOf(row, "max_input_tokens"),
    outputLimit: tokensOf(row, "max_output_tokens"),
    inputs:
      inputs.length > 0
        ? (["text", ...new Set(inputs)] as const satisfies readonly string[]).slice()
        : undefined,
    tools: flagOf(row, "supports_function_calling"),
    structuredOutput: flagOf(row, "supports_response_schema"),
    reasoning: reasons === true ? thinks(model) : undefined,
    deprecatedOn: deprecated !== undefined && isDay(deprecated) ? deprecated : undefined,
  }) as CatalogueEntry;
}

const MEDIA = { vision: "image", image: "image", audio_input: "audio", video_input: "video" } as const;

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** The file says that a model thinks, not whether it can be told not to. */
function thinks(model: string): "always" | "switchable" {
  return guessReasoning(model) === "switchable" ? "switchable" : "always";
}
