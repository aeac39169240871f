import { describe, expect, it } from "vitest";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import { EMPTY_BUCKETS, type TokenBuckets } from "@/lib/pricing/buckets";
import { priceCall } from "@/lib/pricing/price-call";
import type { Rate } from "@/lib/pricing/rate";
import { KNOWN_MODELS } from "./data/known-models";
import { defaultModels } from "./default-models";
import { describeModel } from "./describe-model";
import { guessReasoning } from "./guess-reasoning";
import { SHIPPED_RATES, shippedRate } from "./shipped-prices";

const on = (day: string) => new Date(`${day}T12:00:00Z`);

function cost(usage: TokenBuckets, rate: Rate): string | null {
  const pico = priceCall(usage, rate, { startedAt: new Date(0), endedAt: new Date(0), serviceTier: null });
  return pico === null ? null : picoToDecimal(pico);
}

describe("the shipped price list", () => {
  it("has at most one version of a model on any day", () => {
    for (const rate of SHIPPED_RATES) {
      const overlapping = SHIPPED_RATES.filter(
        (other) =>
          other.vendor === rate.vendor &&
          other.model === rate.model &&
          other.validFrom <= rate.validFrom &&
          (other.validTo === null || other.validTo > rate.validFrom),
      );
      expect(overlapping, `${rate.vendor}/${rate.model}`).toEqual([rate]);
    }
  });

  it.each([
    ["deepseek", "deepseek-chat", "CNY", "1", "2"],
    ["zhipu", "GLM-4-0520", "CNY", "100", "100"],
    ["hunyuan", "hunyuan-lite", "CNY", "0", "0"],
    ["alibaba", "qwen-max", "CNY", "40", "120"],
    ["doubao", "Doubao-pro-128k", "CNY", "5", "9"],
    ["ernie", "ERNIE-4.0", "CNY", "120", "120"],
    ["ernie", "ernie-4.0-8k", "CNY", "120", "120"],
    ["openai", "gpt-4o", "USD", "5", "15"],
    ["google", "Gemini 1.5 Pro", "USD", "3.5", "10.5"],
    ["google", "gemini-1.5-pro", "USD", "3.5", "10.5"],
    ["anthropic", "Claude 3 Haiku", "USD", "0.25", "1.25"],
    ["anthropic", "claude-3-haiku-20240307", "USD", "0.25", "1.25"],
  ])("prices %s/%s as the survey of 2024-06-20 did", (vendor, model, currency, input, output) => {
    const rate = shippedRate(vendor, model, on("2024-06-20"));
    if (!rate) throw new Error("unpriced");
    expect(rate.currency).toBe(currency);
    expect(cost({ ...EMPTY_BUCKETS, input: 1_000_000 }, rate)).toBe(input);
    expect(cost({ ...EMPTY_BUCKETS, output: 1_000_000 }, rate)).toBe(output);
  });

  it("has 37 prices from the survey and none before it, the demo aside", () => {
    expect(SHIPPED_RATES.filter(({ version }) => version.startsWith("price survey"))).toHaveLength(37);
    expect(shippedRate("openai", "gpt-4o", on("2024-06-19"))).toBeNull();
  });

  it("follows a price cut on its day", () => {
    const inputOn = (day: string) => shippedRate("openai", "gpt-4o", on(day))?.perMillionMicro.input;
    expect(inputOn("2024-10-01")).toBe(5_000_000n);
    expect(inputOn("2024-10-02")).toBe(2_500_000n);
  });

  it("does not price what it does not know", () => {
    expect(shippedRate("openai", "gpt-99", on("2026-01-01"))).toBeNull();
    expect(shippedRate("ollama", "llama3.2", on("2026-01-01"))).toBeNull();
  });

  it("marks only the demo model's price as invented, in a currency that is none", () => {
    expect(SHIPPED_RATES.filter(({ demo }) => demo).map(({ model, currency }) => [model, currency])).toEqual([
      ["wye-demo", "XDM"],
    ]);
  });
});

describe("describeModel", () => {
  it("describes a dated id as the model it dates, under its own id", () => {
    expect(describeModel("openai", "gpt-4o-2024-08-06")).toMatchObject({
      id: "gpt-4o-2024-08-06",
      displayName: "GPT-4o",
      contextLength: 128_000,
      reasoning: "none",
      modes: ["knowledge"],
    });
    expect(describeModel("anthropic", "claude-3-7-sonnet-20250219").modes).toEqual([
      "knowledge",
      "reasoning",
    ]);
  });

  it("shows an unknown model under its id and claims nothing else of it", () => {
    expect(describeModel("openai-compatible", "house-model")).toEqual({
      vendor: "openai-compatible",
      id: "house-model",
      knownAs: "house-model",
      displayName: "house-model",
      contextLength: null,
      outputLimit: null,
      reasoning: "none",
      thinksUnasked: true,
      temperature: "always",
      maxTemperature: 2,
      efforts: [],
      modes: ["knowledge"],
    });
  });

  it.each([
    ["deepseek-r1:14b", "always"],
    ["deepseek/deepseek-r1-0528", "always"],
    ["qwq:32b", "always"],
    ["Qwen/QwQ-32B", "always"],
    ["kimi-k2-thinking", "always"],
    ["o4-mini-2025-04-16", "always"],
    ["hunyuan-t1", "always"],
    ["glm-z1-air", "always"],
    ["grok-4-fast-non-reasoning", "none"],
    ["grok-4.7", "always"],
    ["claude-sonnet-4-5-20250929", "switchable"],
    ["gpt-5.9-new", "switchable"],
    ["qwen3:8b", "switchable"],
    ["llama3.1:70b", "none"],
    ["opus-translator", "none"],
    ["mixtral-8x7b-instruct", "none"],
  ] as const)("takes %s for a model that reasons: %s", (id, ability) => {
    expect(guessReasoning(id)).toBe(ability);
  });
});

describe("default models", () => {
  it("are models that the catalogue knows to suit the mode, each once", () => {
    for (const mode of ["knowledge", "reasoning"] as const) {
      const names = defaultModels(mode);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) {
        const [vendor = "", ...id] = name.split("/");
        expect(KNOWN_MODELS[vendor], name).toBeDefined();
        expect(describeModel(vendor, id.join("/")).modes, name).toContain(mode);
      }
    }
  });
});
