import type { CatalogueEntry } from "../entry";
import { guessReasoning } from "../guess-reasoning";
import type { FileRow, ImportedModel } from "./imported";
import { needsBoth } from "./needs-both";
import { type Fields, fieldsOf, flagOf, given, maybeFields, priceOf, textOf, tokensOf } from "./read-fields";

const VENDORS: Readonly<Record<string, string>> = {
  openai: "openai",
  anthropic: "anthropic",
  google: "google",
  azure: "azure",
  llama: "meta",
  mistral: "mistral",
  xai: "xai",
  deepseek: "deepseek",
  "alibaba-cn": "alibaba",
  zhipuai: "zhipu",
  "moonshotai-cn": "moonshot",
  groq: "groq",
  openrouter: "openrouter",
  lmstudio: "lmstudio",
};

const MEDIA: Readonly<Record<string, string>> = {
  text: "text",
  image: "image",
  audio: "audio",
  video: "video",
  pdf: "file",
};

const LONG_PROMPT = /^context_over_(\d{1,6})k$/;

/** Rows of models.dev's api.json. @throws RangeError if it is none */
export function modelsDevRows(json: unknown): FileRow[] {
  return Object.entries(fieldsOf(json, "the file")).flatMap(([provider, value]) => {
    const models = maybeFields(fieldsOf(value, provider).models, `${provider}.models`) ?? {};
    return Object.entries(models).map(([id, model]) => ({
      name: `${provider}/${id}`,
      read: () => read(provider, id, fieldsOf(model, "the row")),
    }));
  });
}

function read(provider: string, id: string, row: Fields): ImportedModel | null {
  const vendor = Object.hasOwn(VENDORS, provider) ? VENDORS[provider] : undefined;
  const modalities = maybeFields(row.modalities, "modalities") ?? {};
  const outputs = mediaOf(modalities.output);
  if (vendor === undefined || outputs?.includes("text") === false) return null;
  const cost = maybeFields(row.cost, "cost");
  const perMillion = cost && pricesOf(cost);
  return {
    vendor,
    model: id.toLowerCase(),
    entry: entryOf(id, row, mediaOf(modalities.input), outputs),
    prices: perMillion ? [{ perMillion, tiers: tiersOf(cost), from: null }] : [],
  };
}

/** Dollars per million already. */
function pricesOf(cost: Fields) {
  const price = (key: string) => priceOf(cost, key, 0);
  return needsBoth({
    input: price("input"),
    output: price("output"),
    cacheRead: price("cache_read"),
    cacheWrite: price("cache_write"),
    reasoning: price("reasoning"),
    audioInput: price("input_audio"),
    audioOutput: price("output_audio"),
  });
}

function tiersOf(cost: Fields) {
  return Object.keys(cost)
    .flatMap((key) => {
      const thousands = LONG_PROMPT.exec(key)?.[1];
      return thousands === undefined ? [] : [{ key, above: Number(thousands) * 1000 }];
    })
    .sort((a, b) => a.above - b.above)
    .flatMap(({ key, above }) => {
      const perMillion = pricesOf(fieldsOf(cost[key], key));
      return perMillion ? [{ above, perMillion }] : [];
    });
}

function entryOf(
  id: string,
  row: Fields,
  inputs: string[] | undefined,
  outputs: string[] | undefined,
): CatalogueEntry {
  const limit = maybeFields(row.limit, "limit") ?? {};
  const cutoff = textOf(row, "knowledge");
  const reasons = flagOf(row, "reasoning");
  return given({
    name: textOf(row, "name"),
    contextLength: tokensOf(limit, "context"),
    outputLimit: tokensOf(limit, "output"),
    inputs,
    outputs,
    tools: flagOf(row, "tool_call"),
    structuredOutput: flagOf(row, "structured_output"),
    reasoning: reasons === undefined ? undefined : reasons ? thinks(id) : ("none" as const),
    knowledgeCutoff: cutoff !== undefined && /^\d{4}(-\d{2}){0,2}$/.test(cutoff) ? cutoff : undefined,
  }) as CatalogueEntry;
}

function mediaOf(value: unknown): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((name) => {
    const known = typeof name === "string" && Object.hasOwn(MEDIA, name) ? MEDIA[name] : undefined;
    return known === undefined ? [] : [known];
  });
}

/** The file says that a model thinks, not whether it can be told not to. */
function thinks(id: string): "always" | "switchable" {
  return guessReasoning(id) === "switchable" ? "switchable" : "always";
}
