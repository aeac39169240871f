import { describe, expect, it } from "vitest";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import { EMPTY_BUCKETS, type TokenBuckets } from "@/lib/pricing/buckets";
import { priceCall } from "@/lib/pricing/price-call";
import { KNOWN_MODELS } from "./data/known-models";
import { SHUTDOWNS } from "./data/shutdowns";
import { describeModel } from "./describe-model";
import { shippedRate } from "./shipped-prices";
import { SNAPSHOT, shippedEntry } from "./snapshot";

describe("the shipped catalogue", () => {
  it("says of every model what its vendor's own pages say, whatever a source has", () => {
    for (const [vendor, models] of Object.entries(KNOWN_MODELS))
      for (const model of models) {
        const entry = shippedEntry(vendor, model.id);
        const name = `${vendor}/${model.id}`;
        expect(entry?.reasoning, name).toBe(model.reasoning);
        if (model.context !== null) expect(entry?.contextLength, name).toBe(model.context);
        if (model.output !== null) expect(entry?.outputLimit, name).toBe(model.output);
      }
  });

  it("has models of every vendor that names its own, and says where it comes from and when", () => {
    const vendors = [
      "openai",
      "anthropic",
      "google",
      "azure",
      "meta",
      "mistral",
      "xai",
      "deepseek",
      "alibaba",
    ];
    vendors.push("zhipu", "moonshot", "doubao", "ernie", "hunyuan", "spark", "baichuan", "yi", "pangu");
    vendors.push("ollama", "lmstudio", "openrouter", "groq");
    for (const vendor of vendors) expect(SNAPSHOT.models[vendor], vendor).toBeDefined();
    expect(SNAPSHOT.sources.map(({ name }) => name)).toContain("@pydantic/genai-prices");
    expect(SNAPSHOT.date >= "2026-11-25").toBe(true);
  });

  it("says until when a vendor serves a model, whatever day its id is dated with", () => {
    for (const [vendor, days] of Object.entries(SHUTDOWNS))
      for (const [day, ids] of Object.entries(days))
        for (const id of ids)
          expect(SNAPSHOT.models[vendor]?.[id]?.deprecatedOn, `${vendor}/${id}`).toBe(day);
    expect(shippedEntry("anthropic", "claude-3-opus-20240229")?.deprecatedOn).toBe("2026-01-05");
    expect(shippedEntry("openai", "gpt-4o-2024-05-13")?.deprecatedOn).toBe("2026-10-23");
    expect(shippedEntry("openai", "gpt-4o-2024-11-20")?.deprecatedOn).toBe("2027-01-14");
    expect(shippedEntry("azure", "gpt-4o")?.deprecatedOn).toBeUndefined();
  });

  it("has at Google what Google's own interface serves, and not what its cloud resells", () => {
    const resold = Object.keys(SNAPSHOT.models.google ?? {}).filter((id) => id.startsWith("claude"));
    expect(resold).toEqual([]);
  });

  it("knows the models that a team is told to ask for, by their vendors' ids", () => {
    for (const [vendor, id, context] of [
      ["google", "gemini-2.0-pro-exp", 2_000_000],
      ["google", "gemini-2.0-flash-thinking-exp", 1_048_576],
      ["meta", "llama-3.1-405b-instruct", 128_000],
      ["meta", "llama-3.2-90b-vision-instruct", 128_000],
      ["zhipu", "glm-4-9b", 128_000],
    ] as const)
      expect(shippedEntry(vendor, id)?.contextLength, id).toBe(context);
  });

  it("describes a model whose id is dated with six digits, as Doubao's and Zhipu's are, as what it dates", () => {
    expect(describeModel("doubao", "doubao-seed-1-6-250615")).toMatchObject({
      chineseName: "豆包 Seed 1.6",
      reasoning: "switchable",
      modes: ["knowledge", "reasoning"],
    });
    expect(describeModel("doubao", "doubao-seed-1-6-thinking-250715").modes).toEqual(["reasoning"]);
    expect(describeModel("zhipu", "GLM-4-Air-250414").contextLength).toBe(128_000);
  });

  it("calls the Chinese vendors' models by their Chinese names too", () => {
    expect(describeModel("alibaba", "qwen-max").chineseName).toBe("通义千问-Max");
    expect(describeModel("doubao", "Doubao-pro-32k").chineseName).toBe("豆包 Pro 32K");
  });

  it("offers no answer that is longer than what a model reads and writes together", () => {
    for (const [vendor, models] of Object.entries(SNAPSHOT.models))
      for (const [id, { contextLength, outputLimit }] of Object.entries(models))
        if (contextLength !== undefined && outputLimit !== undefined)
          expect(outputLimit, `${vendor}/${id}`).toBeLessThanOrEqual(contextLength);
  });
});

describe("list prices", () => {
  const at = (time: string) => {
    const instant = new Date(time);
    return { startedAt: instant, endedAt: instant, serviceTier: null };
  };
  const cost = (vendor: string, model: string, time: string, usage: Partial<TokenBuckets>) => {
    const rate = shippedRate(vendor, model, new Date(time));
    const pico = rate && priceCall({ ...EMPTY_BUCKETS, ...usage }, rate, at(time));
    return pico === null ? null : picoToDecimal(pico);
  };

  it.each([
    ["google", "gemini-2.5-pro", { input: 200_000 }, "0.25"],
    ["google", "gemini-2.5-pro", { input: 200_001 }, "0.5000025"],
    ["openai", "gpt-5.5", { input: 272_000 }, "2.72"],
    ["openai", "gpt-5.5-2026-04-23", { output: 1_000 }, "0.03"],
    ["xai", "grok-4.3", { input: 200_000 }, "0.5"],
    ["anthropic", "claude-opus-5-5", { cacheWrite: 1_000_000 }, "5"],
    ["anthropic", "claude-opus-5-5", { cacheWrite1h: 1_000_000 }, "8"],
    ["anthropic", "claude-opus-5-5", { webSearches: 1 }, "0.01"],
    ["google", "gemini-2.5-flash", { audioInput: 1_000_000 }, "1"],
  ] as const)("price %s/%s %o at %s", (vendor, model, usage, expected) => {
    expect(cost(vendor, model, "2026-11-25T00:00:00Z", usage)).toBe(expected);
  });

  it.each([
    ["a Tuesday at nine in Beijing", "2026-11-24T01:00:00Z", "0.44"],
    ["a Tuesday at noon", "2026-11-24T04:00:00Z", "0.22"],
    ["a Tuesday at three", "2026-11-24T07:00:00Z", "0.44"],
    ["a Saturday at nine", "2026-11-28T01:00:00Z", "0.22"],
    ["a Saturday before weekends were off-peak", "2026-08-22T01:00:00Z", "0.44"],
  ])("charge DeepSeek's by its own clock: %s", (_when, time, expected) => {
    expect(cost("deepseek", "deepseek-v4-flash", time, { input: 1_000_000 })).toBe(expected);
  });

  it("hold for Magistral under the names that its interface takes", () => {
    for (const version of ["2506", "2507", "2509", "latest"]) {
      const at = "2026-11-25T00:00:00Z";
      expect(cost("mistral", `magistral-medium-${version}`, at, { output: 1_000_000 })).toBe("5");
      expect(cost("mistral", `magistral-small-${version}`, at, { output: 1_000_000 })).toBe("1.5");
    }
  });

  it("leave alone what prices.json says of its days", () => {
    expect(cost("openai", "gpt-5.6-sol", "2026-11-21T12:00:00Z", { input: 1_000_000 })).not.toBeNull();
    expect(cost("openai", "gpt-5.6-sol", "2026-11-22T12:00:00Z", { input: 1_000_000 })).toBeNull();
    expect(cost("xai", "grok-4.5", "2026-11-22T12:00:00Z", { cacheRead: 1_000_000 })).toBe("0.5");
  });
});
