import type { CompletionResult } from "@/lib/completion/types";
import type { TokenBuckets } from "@/lib/pricing/buckets";

/** Usage as OpenAI's chat wire tells it. */
export function usageObject(usage: TokenBuckets) {
  const cached = usage.cacheRead + usage.audioCacheRead;
  const prompt =
    usage.input + cached + usage.cacheWrite + usage.cacheWrite1h + usage.audioInput + usage.imageInput;
  const completion = usage.output + usage.reasoning + usage.audioOutput + usage.imageOutput;
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    prompt_tokens_details: { cached_tokens: cached },
    completion_tokens_details: { reasoning_tokens: usage.reasoning },
  };
}

/** What a call cost, exactly, beside its usage; nothing where nobody knows a price. */
export function costFields({ cost, currency }: Pick<CompletionResult, "cost" | "currency">) {
  return cost === null ? {} : { cost, currency };
}
