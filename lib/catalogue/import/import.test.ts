import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import { EMPTY_BUCKETS, type TokenBuckets } from "@/lib/pricing/buckets";
import { makeRate } from "@/lib/pricing/make-rate";
import { priceCall } from "@/lib/pricing/price-call";
import { IMPORT_FORMATS, type ImportFormat } from "./imported";
import { parseCatalogueFile } from "./parse-catalogue-file";

const parse = (format: ImportFormat, file: unknown) =>
  parseCatalogueFile(format, typeof file === "string" ? file : JSON.stringify(file), "anthropic");

function cost(
  file: ReturnType<typeof parse>,
  name: string,
  usage: Partial<TokenBuckets>,
  serviceTier: string | null = null,
) {
  const model = file.models.find((one) => `${one.vendor}/${one.model}` === name);
  const stated = model?.prices.at(-1);
  if (!model || !stated) throw new Error(`${name} is unpriced`);
  const { from: _from, ...terms } = stated;
  const rate = makeRate({
    ...terms,
    vendor: model.vendor,
    model: model.model,
    currency: "USD",
    validFrom: "2024-01-01",
    version: "file",
  });
  const at = new Date("2026-11-25T07:30:00Z");
  const pico = priceCall({ ...EMPTY_BUCKETS, ...usage }, rate, { startedAt: at, endedAt: at, serviceTier });
  return pico === null ? null : picoToDecimal(pico);
}

describe("LiteLLM's file", () => {
  const file = parse(
    "litellm",
    `{
      "sample_spec": {"litellm_provider": "one of ...", "input_cost_per_token": 0},
      "gemini/gemini-x": {"litellm_provider": "gemini", "mode": "chat", "max_input_tokens": 1048576,
        "max_output_tokens": 65536, "input_cost_per_token": 1.25e-06, "output_cost_per_token": 1e-05,
        "input_cost_per_token_above_200k_tokens": 2.5e-06, "output_cost_per_token_above_200k_tokens": 1.5e-05,
        "cache_read_input_token_cost": 1.25e-07, "supports_vision": true, "supports_function_calling": true,
        "supports_reasoning": true, "deprecation_date": "2027-02-01"},
      "claude-x": {"litellm_provider": "anthropic", "mode": "chat", "input_cost_per_token": 3e-06,
        "output_cost_per_token": 1.5e-05, "input_cost_per_token_batches": 1.5e-06,
        "output_cost_per_token_batches": 7.5e-06, "cache_creation_input_token_cost": 3.75e-06,
        "cache_creation_input_token_cost_above_1hr": 6e-06},
      "gpt-x": {"litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 2.5e-06,
        "output_cost_per_token": 1.5e-05, "input_cost_per_token_above_272k_tokens": 5e-06,
        "output_cost_per_token_above_272k_tokens": null, "input_cost_per_token_priority": 5e-06,
        "output_cost_per_token_priority": 3e-05, "input_cost_per_token_above_272k_tokens_priority": 1e-05,
        "input_cost_per_token_flex": 1.25e-06, "output_cost_per_token_flex": 7.5e-06},
      "gpt-steps": {"litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 1e-06,
        "output_cost_per_token": 1e-06, "input_cost_per_token_above_128k_tokens": 2e-06,
        "input_cost_per_token_above_256k_tokens": 4e-06, "input_cost_per_token_priority": 3e-06,
        "output_cost_per_token_priority": 3e-06, "input_cost_per_token_above_128k_tokens_priority": 6e-06,
        "input_cost_per_token_above_200k_tokens_priority": 9e-06, "input_cost_per_token_flex": 5e-07,
        "output_cost_per_token_flex": 5e-07, "input_cost_per_token_above_128k_tokens_flex": 1e-06,
        "input_cost_per_token_above_256k_tokens_flex": 2e-06},
      "gemini/gemini-long": {"litellm_provider": "gemini", "mode": "chat", "input_cost_per_token": 1e-06,
        "output_cost_per_token": 1e-06, "output_cost_per_token_above_200k_tokens": 3e-06,
        "cache_read_input_token_cost": 1e-07, "cache_read_input_token_cost_above_400k_tokens": 2e-07,
        "input_cost_per_image_above_128k_tokens": 1e-03},
      "negative": {"litellm_provider": "openai", "mode": "chat", "input_cost_per_token": -1e-06,
        "output_cost_per_token": 1e-06},
      "half": {"litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 1e-06},
      "rounded": {"litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 1.4999999999999999e-07,
        "output_cost_per_token": 1e-06},
      "zero": {"litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 0.0,
        "output_cost_per_token": 0.0, "max_input_tokens": 8192},
      "text-embedding-x": {"litellm_provider": "openai", "mode": "embedding", "input_cost_per_token": 1e-07},
      "bedrock-x": {"litellm_provider": "bedrock", "mode": "chat", "input_cost_per_token": 1e-07}
    }`,
  );

  it("is priced to the last digit, tiers and batch included", () => {
    expect(cost(file, "google/gemini-x", { input: 200_000 })).toBe("0.25");
    expect(cost(file, "google/gemini-x", { input: 200_001 })).toBe("0.5000025");
    expect(cost(file, "google/gemini-x", { cacheRead: 1 })).toBe("0.000000125");
    expect(cost(file, "openai/gpt-x", { input: 300_000 })).toBe("1.5");
    expect(cost(file, "openai/gpt-x", { input: 300_000 }, "priority")).toBe("3");
    expect(cost(file, "openai/gpt-x", { input: 200_000 }, "priority")).toBe("1");
    // What long prompts cost there the file does not say.
    expect(cost(file, "openai/gpt-x", { input: 200_000 }, "flex")).toBeNull();
    expect(cost(file, "anthropic/claude-x", { input: 1_000_000 }, "batch")).toBe("1.5");
    expect(cost(file, "anthropic/claude-x", { cacheWrite1h: 1_000_000 })).toBe("6");
  });

  it("charges a long prompt what the file says of it, whichever kind of use that is", () => {
    const long = "google/gemini-long";
    expect(cost(file, long, { input: 200_000, output: 1_000_000 })).toBe("1.2");
    expect(cost(file, long, { input: 200_001, output: 1_000_000 })).toBe("3.200001");
    expect(cost(file, long, { cacheRead: 400_000, output: 1_000_000 })).toBe("3.04");
    expect(cost(file, long, { cacheRead: 1_000_000, output: 1_000_000 })).toBe("3.2");
    const tiers = file.models.find(({ model }) => model === "gemini-long")?.prices[0]?.tiers;
    expect(tiers?.map(({ above }) => above)).toEqual([200_000, 400_000]);
  });

  it("is read for what models can do", () => {
    expect(file.models.find(({ model }) => model === "gemini-x")?.entry).toEqual({
      contextLength: 1_048_576,
      outputLimit: 65_536,
      inputs: ["text", "image"],
      tools: true,
      reasoning: "always",
      deprecatedOn: "2027-02-01",
    });
  });

  it("is taken without a service tier that lacks a threshold of the standard price, and says which", () => {
    expect(cost(file, "openai/gpt-steps", { input: 300_000 })).toBe("1.2");
    expect(cost(file, "openai/gpt-steps", { input: 300_000 }, "flex")).toBe("0.6");
    // It has as many tiers, but none from 256,000 tokens on.
    for (const input of [1000, 150_000, 300_000])
      expect(cost(file, "openai/gpt-steps", { input }, "priority")).toBeNull();
    expect(file.refused.filter(({ row }) => row.startsWith("gpt"))).toEqual([
      {
        row: "gpt-x",
        why: "its service tier flex has no price above 272000 tokens: the model is taken without it",
      },
      {
        row: "gpt-steps",
        why: "its service tier priority has no price above 256000 tokens: the model is taken without it",
      },
    ]);
  });

  it("loses only the rows that make no sense, and names them", () => {
    const lost = file.refused.filter(({ row }) => !row.startsWith("gpt"));
    expect(lost.map(({ row }) => row)).toEqual(["negative", "half", "rounded", "zero"]);
    expect(lost[0]?.why).toContain("negative");
    expect(file.passedOver).toBe(2);
  });

  it("leaves a model that is priced at zero without a price, never free", () => {
    expect(file.models.find(({ model }) => model === "zero")).toMatchObject({
      prices: [],
      entry: { contextLength: 8192 },
    });
  });
});

describe("models.dev's file", () => {
  const file = parse("models.dev", {
    "alibaba-cn": {
      id: "alibaba-cn",
      models: {
        "qwen-x": {
          id: "qwen-x",
          name: "Qwen X",
          reasoning: false,
          tool_call: true,
          knowledge: "2025-04",
          modalities: { input: ["text", "pdf", "smell"], output: ["text"] },
          limit: { context: 131072, output: 8192 },
          cost: {
            input: 0.4,
            output: 1.2,
            cache_read: 0.04,
            context_over_128k: { input: 0.8, output: 2.4 },
          },
        },
        "picture-x": { modalities: { input: ["text"], output: ["image"] }, cost: { input: 1, output: 1 } },
      },
    },
    elsewhere: { id: "elsewhere", models: { x: { cost: { input: 1, output: 1 } } } },
  });

  it("is priced to the last digit, and read for what models can do", () => {
    expect(cost(file, "alibaba/qwen-x", { input: 1_000_000 })).toBe("0.8");
    expect(cost(file, "alibaba/qwen-x", { input: 1_000, output: 1 })).toBe("0.0004012");
    expect(file.models[0]?.entry).toEqual({
      name: "Qwen X",
      contextLength: 131_072,
      outputLimit: 8192,
      inputs: ["text", "file"],
      outputs: ["text"],
      tools: true,
      reasoning: "none",
      knowledgeCutoff: "2025-04",
    });
    expect(file.passedOver).toBe(2);
  });
});

describe("genai-prices' file", () => {
  const file = parse("genai-prices", [
    {
      id: "x-ai",
      models: [
        {
          id: "grok-x",
          name: "Grok X",
          context_window: 500000,
          prices: [
            { prices: { input_mtok: 9, output_mtok: 9 } },
            {
              constraint: { type: "start_date", start_date: "2026-08-17" },
              prices: {
                input_mtok: { base: 2, tiers: [{ start: 199999, price: 4 }] },
                output_mtok: 6,
                web_searches_kcount: 10,
              },
            },
            {
              constraint: { type: "time_of_date", start_time: "06:00:00Z", end_time: "10:00:00Z" },
              prices: { input_mtok: 20, output_mtok: 60 },
            },
          ],
        },
      ],
    },
  ]);

  it("keeps days, hours and tiers", () => {
    expect(file.models[0]?.prices.map(({ from }) => from)).toEqual([null, "2026-08-17"]);
    // Half past seven in UTC.
    expect(cost(file, "xai/grok-x", { input: 1_000_000 })).toBe("20");
    expect(file.models[0]?.prices[1]).toMatchObject({
      perMillion: { input: "2", output: "6", webSearches: "10000" },
      tiers: [{ above: 199_999, perMillion: { input: "4", output: "6" } }],
    });
  });

  it("loses a price whose hours end when they begin, and says so", () => {
    const constraint = { type: "time_of_date", start_time: "06:00:00Z", end_time: "06:00:00Z" };
    const prices = [
      { prices: { input_mtok: 1, output_mtok: 1 } },
      { constraint, prices: { input_mtok: 9, output_mtok: 9 } },
    ];
    const { models, refused } = parse("genai-prices", [
      { id: "x-ai", models: [{ id: "grok-never", prices }] },
    ]);
    expect(models).toEqual([]);
    expect(refused).toEqual([{ row: "x-ai/grok-never", why: expect.stringContaining("06:00") }]);
  });
});

describe("Portkey's file", () => {
  const file = parse(
    "portkey",
    `{"default": {"pricing_config": {"pay_as_you_go": {"request_token": {"price": 0}, "response_token": {"price": 0}}}},
      "claude-x": {"pricing_config": {
        "pay_as_you_go": {"request_token": {"price": 0.0003}, "response_token": {"price": 0.0015},
          "cache_read_input_token": {"price": 0.00003},
          "additional_units": {"cache_write_1h": {"price": 0.0006}, "web_search": {"price": 1}}},
        "batch_config": {"request_token": {"price": 0.00015}, "response_token": {"price": 0.00075}}}}}`,
  );

  it("is in cents per token, of the vendor that the file is named for", () => {
    expect(cost(file, "anthropic/claude-x", { input: 1_000_000 })).toBe("3");
    expect(cost(file, "anthropic/claude-x", { cacheWrite1h: 1_000_000 })).toBe("6");
    expect(cost(file, "anthropic/claude-x", { webSearches: 1 })).toBe("0.01");
    expect(cost(file, "anthropic/claude-x", { output: 1_000_000 }, "batch")).toBe("7.5");
    expect(file.models).toHaveLength(1);
  });
});

describe("a file of any format", () => {
  it("that is garbage is refused with a word about it, and nothing else is thrown", () => {
    const json = fc.jsonValue({ maxDepth: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...IMPORT_FORMATS), fc.oneof(json, fc.string()), (format, value) => {
        try {
          parse(format, value);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("whose rows are garbage loses those rows, and none is priced at less than nothing", () => {
    const price = fc.oneof(fc.double(), fc.integer(), fc.string(), fc.constant(null));
    const keys = ["input_cost_per_token", "output_cost_per_token", "cache_read_input_token_cost"];
    const row = fc.dictionary(fc.constantFrom(...keys), price);
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), row), (rows) => {
        const whole = Object.entries(rows).map(([name, one]) => [
          name,
          { ...one, litellm_provider: "openai", mode: "chat" },
        ]);
        const { models } = parse("litellm", Object.fromEntries(whole));
        for (const { prices } of models)
          for (const { perMillion } of prices)
            for (const text of Object.values(perMillion)) expect(text).toMatch(/^\d+(\.\d+)?$/);
      }),
    );
  });
});
