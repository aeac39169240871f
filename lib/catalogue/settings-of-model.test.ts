import { describe, expect, it } from "vitest";
import { KNOWN_MODELS } from "./data/known-models";
import { describeModel } from "./describe-model";

describe("what a model takes", () => {
  it.each([
    ["openai", "gpt-4o-2024-08-06", "always", []],
    ["openai", "o3-mini", "never", ["low", "medium", "high"]],
    ["openai", "gpt-5-mini", "never", ["minimal", "low", "medium", "high"]],
    ["openai", "gpt-5.2-2025-12-11", "unthinking", ["none", "low", "medium", "high", "xhigh"]],
    ["openai", "gpt-5.2-chat-latest", "always", []],
    ["openai", "gpt-5.1-codex", "never", ["low", "medium", "high"]],
    ["openai", "gpt-6-astra", "never", ["low", "medium", "high", "xhigh", "max"]],
    ["anthropic", "claude-3-5-haiku-20241022", "always", []],
    ["anthropic", "claude-sonnet-4-5-20250929", "unthinking", ["none", "low", "medium", "high"]],
    ["anthropic", "claude-opus-4-20250514", "unthinking", ["none", "low", "medium", "high"]],
    ["anthropic", "claude-opus-4-8", "never", ["none", "low", "medium", "high", "xhigh", "max"]],
    ["anthropic", "claude-opus-5-5", "never", ["low", "medium", "high", "xhigh", "max"]],
    ["openrouter", "anthropic/claude-opus-4.8", "never", []],
    ["azure", "gpt-5.2", "unthinking", ["none", "low", "medium", "high", "xhigh"]],
    ["azure", "house-brain", "always", []],
    ["google", "gemini-2.5-flash", "always", ["none", "low", "medium", "high"]],
    ["deepseek", "deepseek-reasoner", "never", []],
    ["deepseek", "deepseek-v4-pro", "unthinking", ["none", "low", "high", "max"]],
    ["xai", "grok-4", "always", []],
    ["groq", "openai/gpt-oss-120b", "always", ["low", "medium", "high"]],
    ["openai-compatible", "house-model", "always", []],
    ["demo", "wye-demo", "never", []],
  ] as const)("%s/%s: a temperature %s, efforts %j", (vendor, id, temperature, efforts) => {
    expect(describeModel(vendor, id)).toMatchObject({ temperature, efforts });
  });

  it("has efforts only where it can think, and `none` only where it can do without", () => {
    for (const [vendor, models] of Object.entries(KNOWN_MODELS)) {
      for (const { id } of models) {
        const { efforts, reasoning } = describeModel(vendor, id);
        if (efforts.length > 0) expect(reasoning, `${vendor}/${id}`).not.toBe("none");
        if (efforts.includes("none")) expect(reasoning, `${vendor}/${id}`).toBe("switchable");
      }
    }
  });

  it("is within the vendor's own range", () => {
    expect(describeModel("anthropic", "claude-sonnet-4-5").maxTemperature).toBe(1);
    expect(describeModel("openai", "gpt-4o").maxTemperature).toBe(2);
  });
});
