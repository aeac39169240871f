import type { Usage } from "@pydantic/genai-prices";
import type { TokenBuckets } from "@/lib/pricing/buckets";

/** Our disjoint buckets as the calculator counts: each of its counts holds those that are kinds of it. */
export function toTheirUsage(usage: TokenBuckets): Usage {
  const { cacheRead, audioCacheRead, cacheWrite, cacheWrite1h, imageInput, audioInput, input } = usage;
  const { output, reasoning, audioOutput, imageOutput, webSearches } = usage;
  return {
    input_tokens: cacheRead + audioCacheRead + cacheWrite + cacheWrite1h + imageInput + audioInput + input,
    cache_read_tokens: cacheRead + audioCacheRead,
    cache_audio_read_tokens: audioCacheRead,
    // An image is never read from a cache here, which the calculator has to be told.
    cache_image_read_tokens: 0,
    cache_write_tokens: cacheWrite + cacheWrite1h,
    cache_write_1h_tokens: cacheWrite1h,
    input_audio_tokens: audioInput + audioCacheRead,
    input_image_tokens: imageInput,
    output_tokens: output + reasoning + audioOutput + imageOutput,
    output_reasoning_tokens: reasoning,
    output_audio_tokens: audioOutput,
    output_image_tokens: imageOutput,
    web_searches: webSearches,
  };
}
