import type { BilledTokens } from "../call.ts";

/** Whose chat completions: each says thoughts, cached tokens and refusals in a way of its own. */
export type ChatDialect =
  | "openai"
  | "xai"
  | "deepseek"
  | "mistral"
  | "moonshot"
  | "groq"
  | "openrouter"
  | "alibaba"
  | "zhipu"
  | "doubao"
  | "ernie"
  | "hunyuan"
  | "spark";

/** A piece of thought. Most hosts send `reasoning_content`, as DeepSeek did first. */
export function reasoningDelta(dialect: ChatDialect, text: string): object {
  if (dialect === "mistral") return { content: [{ type: "thinking", thinking: [{ type: "text", text }] }] };
  if (dialect === "groq" || dialect === "openrouter") return { reasoning: text };
  return { reasoning_content: text };
}

export function toUsage(billed: BilledTokens, dialect: ChatDialect): object {
  const { webSearches, audioInput = 0 } = billed;
  const prompt = billed.input + billed.cacheRead + billed.cacheWrite + audioInput;
  const isBeside = dialect === "xai";
  return {
    prompt_tokens: prompt,
    completion_tokens: isBeside ? billed.output : billed.output + billed.reasoning,
    total_tokens: prompt + billed.output + billed.reasoning,
    ...cacheOf(billed, dialect, prompt),
    completion_tokens_details: { reasoning_tokens: billed.reasoning },
    ...(webSearches !== undefined && { server_tool_use: { web_search_requests: webSearches } }),
  };
}

function cacheOf(billed: BilledTokens, dialect: ChatDialect, prompt: number): object {
  const { cacheRead, cacheWrite, audioInput } = billed;
  switch (dialect) {
    case "deepseek":
      return { prompt_cache_hit_tokens: cacheRead, prompt_cache_miss_tokens: prompt - cacheRead };
    case "moonshot":
      return { cached_tokens: cacheRead };
    case "mistral":
      return { num_cached_tokens: cacheRead };
    case "alibaba":
      return {
        prompt_tokens_details: { cached_tokens: cacheRead, cache_creation_input_tokens: cacheWrite },
      };
    default:
      return {
        prompt_tokens_details: {
          cached_tokens: cacheRead,
          ...(dialect === "openrouter" && { cache_write_tokens: cacheWrite }),
          ...(audioInput !== undefined && { audio_tokens: audioInput }),
        },
      };
  }
}
