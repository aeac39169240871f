import type { JSONObject, LanguageModelV4Usage } from "@ai-sdk/provider";
import { describe, expect, it } from "vitest";
import { readAnthropicUsage } from "./read-anthropic-usage";
import { readGoogleUsage } from "./read-google-usage";

function usage(input: number, cacheRead: number, cacheWrite: number, output: number, raw: JSONObject) {
  return {
    inputTokens: { total: input, noCache: input - cacheRead - cacheWrite, cacheRead, cacheWrite },
    outputTokens: { total: output, text: output, reasoning: undefined },
    raw,
  } satisfies LanguageModelV4Usage;
}

describe("Anthropic's report", () => {
  it("tells what is cached for an hour from what is for five minutes, and counts searches", () => {
    const raw = {
      cache_creation: { ephemeral_5m_input_tokens: 30, ephemeral_1h_input_tokens: 12 },
      server_tool_use: { web_search_requests: 2 },
      service_tier: "priority",
    };
    const read = readAnthropicUsage({ modelId: "claude", usage: usage(100, 20, 42, 50, raw) });
    expect(read?.serviceTier).toBe("priority");
    expect(read?.buckets).toMatchObject({
      ...{ input: 38, cacheRead: 20, cacheWrite: 30, cacheWrite1h: 12, output: 50, webSearches: 2 },
    });
  });

  it("takes all of it for five minutes where it does not say", () => {
    const read = readAnthropicUsage({ modelId: "claude", usage: usage(100, 0, 40, 1, {}) });
    expect(read?.buckets).toMatchObject({ input: 60, cacheWrite: 40, cacheWrite1h: 0, webSearches: 0 });
  });

  it("refuses more for an hour than there was at all", () => {
    const raw = { cache_creation: { ephemeral_1h_input_tokens: 41 } };
    expect(() => readAnthropicUsage({ modelId: "claude", usage: usage(100, 0, 40, 1, raw) })).toThrow(
      RangeError,
    );
  });
});

describe("Gemini's report", () => {
  const grounded = (count: number) => ({
    google: { groundingMetadata: { webSearchQueries: Array.from({ length: count }, (_, n) => `q${n}`) } },
  });

  it("tells sound in prompt, cache and answer, and pictures made, from text", () => {
    const raw = {
      promptTokensDetails: [
        { modality: "TEXT", tokenCount: 60 },
        { modality: "AUDIO", tokenCount: 40 },
      ],
      cacheTokensDetails: [{ modality: "AUDIO", tokenCount: 15 }],
      candidatesTokensDetails: [
        { modality: "IMAGE", tokenCount: 9 },
        { modality: "AUDIO", tokenCount: 3 },
      ],
      serviceTier: "flex",
    };
    const read = readGoogleUsage({ modelId: "gemini-2.5-flash", usage: usage(100, 20, 0, 30, raw) });
    expect(read?.buckets).toMatchObject({
      ...{ input: 55, cacheRead: 5, audioInput: 25, audioCacheRead: 15 },
      ...{ output: 18, imageOutput: 9, audioOutput: 3, webSearches: 0 },
    });
  });

  it("counts each search of a new model, and one a prompt of an old one", () => {
    const searches = (modelId: string, count: number) =>
      readGoogleUsage({ modelId, usage: usage(1, 0, 0, 1, {}), providerMetadata: grounded(count) })?.buckets
        .webSearches;
    expect(searches("gemini-3-flash", 3)).toBe(3);
    expect(searches("gemini-2.5-flash", 3)).toBe(1);
    expect(searches("gemini-2.5-flash", 0)).toBe(0);
  });
});
