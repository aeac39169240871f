import type { JSONObject, LanguageModelV4Usage } from "@ai-sdk/provider";
import { EMPTY_BUCKETS, type TokenBuckets } from "@/lib/pricing/buckets";
import { checkBuckets, readBuckets } from "./read-buckets";

/** Disjoint buckets from the raw usage of a host that speaks OpenAI's chat completions.
 *  Hosts differ in two ways that AI SDK's reading hides. Reasoning tokens are inside `completion_tokens`
 *  (OpenAI) or beside them (xAI); `total_tokens` tells which, and `assumeBeside` decides where it is absent.
 *  Cached tokens come as `prompt_tokens_details.cached_tokens`, `cached_tokens` (Moonshot) or
 *  `prompt_cache_hit_tokens` (DeepSeek).
 *  @throws RangeError if the report contradicts itself. */
export function readChatBuckets(usage: LanguageModelV4Usage, assumeBeside = false): TokenBuckets | null {
  const raw = usage.raw;
  if (!raw) return readBuckets(usage);
  const prompt = count(raw, "prompt_tokens");
  const completion = count(raw, "completion_tokens");
  if (prompt === null || completion === null || prompt + completion === 0) return null;
  const cacheRead =
    count(raw.prompt_tokens_details, "cached_tokens") ??
    count(raw, "prompt_cache_hit_tokens") ??
    count(raw, "cached_tokens") ??
    0;
  const cacheWrite = count(raw.prompt_tokens_details, "cache_write_tokens") ?? 0;
  const reasoning = count(raw.completion_tokens_details, "reasoning_tokens") ?? 0;
  const total = count(raw, "total_tokens");
  const beside = total === null ? assumeBeside : total === prompt + completion + reasoning;
  return checkBuckets({
    ...EMPTY_BUCKETS,
    input: prompt - cacheRead - cacheWrite,
    cacheRead,
    cacheWrite,
    output: beside ? completion : completion - reasoning,
    reasoning,
  });
}

function count(from: unknown, key: string): number | null {
  if (typeof from !== "object" || from === null) return null;
  const value = (from as JSONObject)[key];
  return typeof value === "number" ? value : null;
}
