import type { BilledTokens } from "../call.ts";
import { refuseAsOpenAI } from "./openai-refusal.ts";
import { SSE_DONE, sse, type Wire } from "./wire.ts";

/** Where dialects of the wire differ: how cached and reasoning tokens are told. */
export type ChatDialect = "openai" | "xai" | "deepseek";

/** OpenAI chat completions, with `reasoning_content` as DeepSeek, xAI and most open hosts send it. */
export function openaiChatWire(model: string, dialect: ChatDialect, includeUsage: boolean): Wire {
  const base = { id: "chatcmpl-1", object: "chat.completion.chunk", created: 1_700_000_000, model };
  const choice = (delta: object, finish_reason: string | null = null) =>
    sse({ ...base, choices: [{ index: 0, delta, finish_reason }] });
  return {
    start: () => choice({ role: "assistant", content: "" }),
    reasoning: (piece) => choice({ reasoning_content: piece }),
    text: (piece) => choice({ content: piece }),
    finish: (billed, cutShort) => {
      const usage =
        billed && includeUsage ? sse({ ...base, choices: [], usage: toUsage(billed, dialect) }) : "";
      return choice({}, cutShort ? "length" : "stop") + usage + SSE_DONE;
    },
    errorEvent: () =>
      sse({ error: { message: "The server had an error.", type: "server_error", param: null, code: null } }),
    refuse: refuseAsOpenAI,
  };
}

function toUsage(billed: BilledTokens, dialect: ChatDialect): object {
  const prompt = billed.input + billed.cacheRead + billed.cacheWrite;
  const isBeside = dialect === "xai";
  const cache =
    dialect === "deepseek"
      ? { prompt_cache_hit_tokens: billed.cacheRead, prompt_cache_miss_tokens: prompt - billed.cacheRead }
      : { prompt_tokens_details: { cached_tokens: billed.cacheRead } };
  return {
    prompt_tokens: prompt,
    completion_tokens: isBeside ? billed.output : billed.output + billed.reasoning,
    total_tokens: prompt + billed.output + billed.reasoning,
    ...cache,
    completion_tokens_details: { reasoning_tokens: billed.reasoning },
  };
}
