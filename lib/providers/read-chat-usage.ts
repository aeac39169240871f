import type { JSONObject } from "@ai-sdk/provider";
import { EMPTY_BUCKETS, type TokenBuckets } from "@/lib/pricing/buckets";
import { countOf } from "./count-of";
import { checkBuckets, readUsage } from "./read-usage";
import { serviceTier } from "./service-tier";
import type { ReadUsage, UsageReport } from "./usage-report";

/** Disjoint buckets from the raw usage of a host that speaks OpenAI's chat completions.
 *  Hosts differ in what AI SDK's reading hides. Reasoning tokens are inside `completion_tokens` (OpenAI) or beside
 *  them (xAI); `total_tokens` tells which, and `assumeBeside` decides where it is absent. Cached tokens come as
 *  `prompt_tokens_details.cached_tokens`, `cached_tokens` (Moonshot), `num_cached_tokens` (Mistral) or
 *  `prompt_cache_hit_tokens` (DeepSeek), always inside `prompt_tokens`, as are those written to a cache.
 *  @throws RangeError if the report contradicts itself. */
export function readChatUsage(report: UsageReport, assumeBeside = false): ReadUsage | null {
  const { raw } = report.usage;
  if (!raw) return readUsage(report);
  const prompt = countOf(raw, "prompt_tokens");
  const completion = countOf(raw, "completion_tokens");
  if (prompt === null || completion === null || prompt + completion === 0) return null;
  const details = raw.completion_tokens_details;
  const reasoning = countOf(details, "reasoning_tokens") ?? 0;
  const audioOutput = countOf(details, "audio_tokens") ?? 0;
  const total = countOf(raw, "total_tokens");
  const beside = total === null ? assumeBeside : total === prompt + completion + reasoning;
  const buckets = checkBuckets({
    ...EMPTY_BUCKETS,
    ...promptBuckets(raw, prompt),
    output: completion - audioOutput - (beside ? 0 : reasoning),
    reasoning,
    audioOutput,
    webSearches: countOf(raw.server_tool_use, "web_search_requests") ?? 0,
  });
  return { buckets, serviceTier: serviceTier(report) };
}

/** Cached sound is told apart by some hosts only; where it is not, what was cached is counted as text first. */
function promptBuckets(raw: JSONObject, prompt: number): Partial<TokenBuckets> {
  const details = raw.prompt_tokens_details;
  const cached =
    countOf(details, "cached_tokens") ??
    countOf(raw, "prompt_cache_hit_tokens") ??
    countOf(raw, "num_cached_tokens") ??
    countOf(raw, "cached_tokens") ??
    0;
  const cacheWrite =
    countOf(details, "cache_write_tokens") ?? countOf(details, "cache_creation_input_tokens") ?? 0;
  const audioCacheRead = countOf(part(details, "cached_tokens_details"), "audio_tokens") ?? 0;
  const fresh = prompt - cached - cacheWrite;
  const audioInput = Math.min((countOf(details, "audio_tokens") ?? 0) - audioCacheRead, Math.max(0, fresh));
  const imageInput = Math.min(countOf(details, "image_tokens") ?? 0, Math.max(0, fresh - audioInput));
  return {
    input: fresh - audioInput - imageInput,
    cacheRead: cached - audioCacheRead,
    cacheWrite,
    audioInput,
    audioCacheRead,
    imageInput,
  };
}

function part(from: unknown, key: string): unknown {
  return typeof from === "object" && from !== null ? (from as JSONObject)[key] : undefined;
}
