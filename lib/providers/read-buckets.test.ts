import type { JSONObject, LanguageModelV4Usage } from "@ai-sdk/provider";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBuckets } from "./read-buckets";
import { readChatBuckets } from "./read-chat-buckets";

function usage(raw: JSONObject): LanguageModelV4Usage {
  return {
    inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
    outputTokens: { total: 1, text: 1, reasoning: 0 },
    raw,
  };
}
const count = fc.nat({ max: 1_000_000 });

describe("readChatBuckets", () => {
  it("puts every reported token into exactly one bucket, whether reasoning is told inside or beside", () => {
    fc.assert(
      fc.property(
        count,
        count,
        fc.integer({ min: 1, max: 1000 }),
        count,
        fc.boolean(),
        (input, cacheRead, output, reasoning, beside) => {
          const buckets = readChatBuckets(
            usage({
              prompt_tokens: input + cacheRead,
              completion_tokens: beside ? output : output + reasoning,
              total_tokens: input + cacheRead + output + reasoning,
              prompt_tokens_details: { cached_tokens: cacheRead },
              completion_tokens_details: { reasoning_tokens: reasoning },
            }),
          );
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
    expect(readChatBuckets(usage(raw), true)).toMatchObject({ output: 20, reasoning: 5 });
    expect(readChatBuckets(usage(raw), false)).toMatchObject({ output: 15, reasoning: 5 });
  });

  it.each([
    { cached_tokens: 4 },
    { prompt_cache_hit_tokens: 4 },
    { prompt_tokens_details: { cached_tokens: 4 } },
  ])("finds the cached tokens in %j", (cached) => {
    const raw = { prompt_tokens: 10, completion_tokens: 2, total_tokens: 12, ...cached };
    expect(readChatBuckets(usage(raw))).toMatchObject({ input: 6, cacheRead: 4, output: 2, reasoning: 0 });
  });

  it("takes a report without counts, or of zeros, for none", () => {
    expect(readChatBuckets(usage({}))).toBeNull();
    expect(readChatBuckets(usage({ prompt_tokens: 0, completion_tokens: 0 }))).toBeNull();
    expect(readChatBuckets(usage({ prompt_tokens: null, completion_tokens: 5 }))).toBeNull();
  });

  it.each([
    { prompt_tokens: 1, completion_tokens: 1, prompt_tokens_details: { cached_tokens: 2 } },
    { prompt_tokens: 1, completion_tokens: 1, completion_tokens_details: { reasoning_tokens: 2 } },
    { prompt_tokens: 1.5, completion_tokens: 1 },
    { prompt_tokens: 5, completion_tokens: -1 },
  ])("refuses the contradiction %j", (raw) => {
    expect(() => readChatBuckets(usage(raw))).toThrow(RangeError);
  });
});

describe("readBuckets", () => {
  it("separates cache and reasoning from the totals", () => {
    expect(
      readBuckets({
        inputTokens: { total: 100, noCache: 60, cacheRead: 30, cacheWrite: 10 },
        outputTokens: { total: 50, text: undefined, reasoning: undefined },
      }),
    ).toMatchObject({ input: 60, cacheRead: 30, cacheWrite: 10, output: 50, reasoning: 0 });
  });

  it("takes a missing side for no report", () => {
    expect(
      readBuckets({
        inputTokens: { total: 5, noCache: 5, cacheRead: 0, cacheWrite: 0 },
        outputTokens: { total: undefined, text: undefined, reasoning: undefined },
      }),
    ).toBeNull();
  });
});
