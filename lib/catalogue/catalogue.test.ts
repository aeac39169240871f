import { describe, expect, it } from "vitest";
import { KNOWN_MODELS } from "./data/known-models";
import { defaultModels } from "./default-models";
import { describeModel } from "./describe-model";
import { guessReasoning } from "./guess-reasoning";
import { SHIPPED_RATES, shippedRate } from "./shipped-prices";

const on = (day: string) => new Date(`${day}T12:00:00Z`);

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
