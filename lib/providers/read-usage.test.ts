import type { JSONObject } from "@ai-sdk/provider";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMPTY_BUCKETS, PROMPT_BUCKETS } from "@/lib/pricing/buckets";
import { readChatUsage } from "./read-chat-usage";
import { readUsage } from "./read-usage";
import type { UsageReport } from "./usage-report";

function report(raw: JSONObject): UsageReport {
  return {
    modelId: "m-1",
    usage: {
      inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
      outputTokens: { total: 1, text: 1, reasoning: 0 },
      raw,
    },
  };
}
const chatBuckets = (raw: JSONObject, beside?: boolean) => readChatUsage(report(raw), beside)?.buckets;
const count = fc.nat({ max: 1_000_000 });

describe("readChatUsage", () => {
  it("puts every reported token into exactly one bucket, whether reasoning is told inside or beside", () => {
    fc.assert(
      fc.property(
        count,
        count,
        fc.integer({ min: 1, max: 1000 }),
        count,
        fc.boolean(),
        (input, cacheRead, output, reasoning, beside) => {
          const buckets = chatBuckets({
            prompt_tokens: input + cacheRead,
            completion_tokens: beside ? output : output + reasoning,
            total_tokens: input + cacheRead + output + reasoning,
            prompt_tokens_details: { cached_tokens: cacheRead },
            completion_tokens_details: { reasoning_tokens: reasoning },
          });
          expect(buckets).toMatchObject({ input, cacheRead, output, reasoning, cacheWrite: 0 });
        },
      ),
    );
  });

  it("goes by the vendor's habit where no total decides", () => {
    const raw = {
      prompt_tokens: 10,
      completion_tokens: 20,
      completion_tokens_details: { reasoning_tokens: 5 },
    };
    expect(chatBuckets(raw, true)).toMatchObject({ output: 20, reasoning: 5 });
    expect(chatBuckets(raw, false)).toMatchObject({ output: 15, reasoning: 5 });
  });

  it.each([
    { cached_tokens: 4 },
    { prompt_cache_hit_tokens: 4 },
    { num_cached_tokens: 4 },
    { prompt_tokens_details: { cached_tokens: 4 } },
  ])("finds the cached tokens in %j", (cached) => {
    const raw = { prompt_tokens: 10, completion_tokens: 2, total_tokens: 12, ...cached };
    expect(chatBuckets(raw)).toMatchObject({ input: 6, cacheRead: 4, output: 2, reasoning: 0 });
  });

  it("tells sound, pictures and what was written to a cache apart from text, on both sides", () => {
    const raw = {
      prompt_tokens: 100,
      completion_tokens: 50,
      total_tokens: 150,
      prompt_tokens_details: {
        cached_tokens: 30,
        cached_tokens_details: { audio_tokens: 5 },
        cache_creation_input_tokens: 10,
        audio_tokens: 25,
        image_tokens: 7,
      },
      completion_tokens_details: { reasoning_tokens: 8, audio_tokens: 12 },
    };
    expect(chatBuckets(raw)).toMatchObject({
      ...{ input: 33, cacheRead: 25, cacheWrite: 10, audioInput: 20, audioCacheRead: 5, imageInput: 7 },
      ...{ output: 30, reasoning: 8, audioOutput: 12 },
    });
  });

  it("counts what was cached once, whatever it was", () => {
    fc.assert(
      fc.property(count, count, count, count, (prompt, cached, audio, image) => {
        fc.pre(cached <= prompt && prompt > 0);
        const details = { cached_tokens: cached, audio_tokens: audio, image_tokens: image };
        const raw = { prompt_tokens: prompt, completion_tokens: 0, prompt_tokens_details: details };
        const read = chatBuckets(raw) ?? EMPTY_BUCKETS;
        expect(PROMPT_BUCKETS.reduce((sum, bucket) => sum + read[bucket], 0)).toBe(prompt);
      }),
    );
  });

  it("reads the service tier from within the usage, or from beside it", () => {
    const raw = { prompt_tokens: 1, completion_tokens: 1 };
    expect(readChatUsage(report({ ...raw, service_tier: "flex" }))?.serviceTier).toBe("flex");
    const beside = { ...report(raw), providerMetadata: { openai: { serviceTier: "priority" } } };
    expect(readChatUsage(beside)?.serviceTier).toBe("priority");
    expect(readChatUsage(report(raw))?.serviceTier).toBeNull();
  });

  it("takes a report without counts, or of zeros, for none", () => {
    expect(readChatUsage(report({}))).toBeNull();
    expect(readChatUsage(report({ prompt_tokens: 0, completion_tokens: 0 }))).toBeNull();
    expect(readChatUsage(report({ prompt_tokens: null, completion_tokens: 5 }))).toBeNull();
  });

  it.each([
    { prompt_tokens: 1, completion_tokens: 1, prompt_tokens_details: { cached_tokens: 2 } },
    { prompt_tokens: 1, completion_tokens: 1, completion_tokens_details: { reasoning_tokens: 2 } },
    { prompt_tokens: 1.5, completion_tokens: 1 },
    { prompt_tokens: 5, completion_tokens: -1 },
  ])("refuses the contradiction %j", (raw) => {
    expect(() => chatBuckets(raw)).toThrow(RangeError);
  });
});

describe("readUsage", () => {
  it("separates cache and reasoning from the totals", () => {
    expect(
      readUsage({
        modelId: "m-1",
        usage: {
          inputTokens: { total: 100, noCache: 60, cacheRead: 30, cacheWrite: 10 },
          outputTokens: { total: 50, text: undefined, reasoning: undefined },
        },
      })?.buckets,
    ).toMatchObject({ input: 60, cacheRead: 30, cacheWrite: 10, output: 50, reasoning: 0 });
  });

  it("takes a missing side for no report", () => {
    expect(
      readUsage({
        modelId: "m-1",
        usage: {
          inputTokens: { total: 5, noCache: 5, cacheRead: 0, cacheWrite: 0 },
          outputTokens: { total: undefined, text: undefined, reasoning: undefined },
        },
      }),
    ).toBeNull();
  });
});
