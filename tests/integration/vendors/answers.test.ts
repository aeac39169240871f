import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { describeModel } from "@/lib/catalogue/describe-model";
import { BUCKETS } from "@/lib/pricing/buckets";
import { vendorById } from "@/lib/providers/registry";
import { startUpstream, type Upstream, type WireName } from "../../support/upstream/start-upstream";
import { ask, connect } from "./support";

let upstream: Upstream;
beforeAll(async () => {
  upstream = await startUpstream();
});
afterAll(() => upstream.close());
beforeEach(() => upstream.reset());

const WIRES: [vendorId: string, wire: WireName][] = [
  ["openai", "openai"],
  ["openai", "responses"],
  ["anthropic", "anthropic"],
  ["google", "gemini"],
  ["xai", "xai"],
  ["deepseek", "deepseek"],
  ["openai-compatible", "openai"],
  ["ollama", "ollama"],
  ["moonshot", "openai"],
];

function vendor(id: string) {
  const found = vendorById(id);
  if (!found) throw new Error(`no vendor ${id}`);
  return found;
}

/** What switches a model's reasoning, as the shipped catalogue knows the model. */
const thinking = (id: string, modelId: string, setting: "on" | "off") =>
  vendor(id).reasoningOptions({ modelId, ability: describeModel(id, modelId).reasoning }, setting);

describe.each(WIRES)("%s over %s", (id, wire) => {
  it("streams reasoning, then text, and reports what the vendor bills in disjoint buckets", async () => {
    upstream.script("m-1", {
      text: "Two words here",
      reasoning: "I think so.",
      inputTokens: 100,
      cacheReadTokens: 40,
      cacheWriteTokens: wire === "anthropic" ? 8 : 0,
      outputTokens: 30,
      reasoningTokens: 12,
    });
    const answer = await ask(vendor(id), connect(upstream, wire), "m-1", { maxOutputTokens: 500 });
    expect(answer).toMatchObject({
      text: "Two words here",
      reasoning: "I think so.",
      finish: "stop",
      errors: [],
    });
    expect(answer.order).toEqual(["reasoning", "text"]);
    if (!answer.usage) throw new Error("no usage");
    const buckets = vendor(id).readUsage({ modelId: "m-1", usage: answer.usage })?.buckets;
    const billed = upstream.calls[0]?.billed;
    expect(buckets).toMatchObject({ ...billed });
    const rest = BUCKETS.filter((bucket) => !Object.keys(billed ?? {}).includes(bucket));
    for (const bucket of rest) expect(buckets?.[bucket]).toBe(0);
  });

  it("reports nothing rather than zeros when the vendor reports nothing", async () => {
    upstream.script("m-1", { reportUsage: false });
    const answer = await ask(vendor(id), connect(upstream, wire), "m-1");
    expect(answer.text).not.toBe("");
    const report = answer.usage && vendor(id).readUsage({ modelId: "m-1", usage: answer.usage });
    // Anthropic states the prompt's tokens before it answers, so its report is never wholly missing.
    if (wire === "anthropic") expect(report?.buckets).toMatchObject({ input: 12, output: 0 });
    else expect(report).toBeNull();
  });

  it("stops at the vendor when the caller aborts", async () => {
    upstream.script("m-1", { text: "word ".repeat(500), tokenDelayMs: 20 });
    const controller = new AbortController();
    const { stream } = await vendor(id)
      .languageModel(connect(upstream, wire), "m-1")
      .doStream({
        prompt: [{ role: "user", content: [{ type: "text", text: "Go on" }] }],
        abortSignal: controller.signal,
      });
    const read = (async () => {
      for await (const part of stream) if (part.type === "text-delta") controller.abort();
    })();
    await expect(read).rejects.toThrow();
    await expect.poll(() => upstream.calls[0]?.disconnectedAt).toBeTypeOf("number");
    expect(upstream.calls[0]?.sentTokens).toBeLessThan(400);
  });

  it("lists models with its key, and refuses a wrong one as such", async () => {
    upstream.setModels(["m-1", "m-2"]);
    const models = await vendor(id).listModels(connect(upstream, wire), AbortSignal.timeout(5000));
    expect(models.map((model) => model.id)).toEqual(["m-1", "m-2"]);
    const refused = vendor(id).listModels(connect(upstream, wire, "bad-key"), AbortSignal.timeout(5000));
    await expect(refused).rejects.toMatchObject({ code: "vendor_key_rejected", params: { vendor: id } });
  });
});

describe("reasoning inlined as <think>", () => {
  it.each([
    ["openai-compatible", "openai"],
    ["ollama", "ollama"],
    ["deepseek", "deepseek"],
    ["xai", "xai"],
  ] as [string, WireName][])("comes out of %s as reasoning and is never text", async (id, wire) => {
    upstream.script("m-1", { text: "The answer.", reasoning: "Because of this.", inlineThink: true });
    const answer = await ask(vendor(id), connect(upstream, wire), "m-1");
    expect(answer).toMatchObject({ text: "The answer.", reasoning: "Because of this.", errors: [] });
    expect(answer.order).toEqual(["reasoning", "text"]);
  });
});

describe("reasoning on and off", () => {
  it.each([
    [
      "openai",
      "responses",
      "gpt-5.2",
      "reasoning",
      { effort: "medium", summary: "auto" },
      { effort: "none" },
    ],
    ["openai", "openai", "gpt-5", "reasoning_effort", "medium", "minimal"],
    ["deepseek", "deepseek", "deepseek-v4-pro", "thinking", { type: "enabled" }, { type: "disabled" }],
    ["alibaba", "openai", "qwen3-max", "enable_thinking", true, false],
    ["zhipu", "openai", "glm-4.6", "thinking", { type: "enabled" }, { type: "disabled" }],
    ["ollama", "ollama", "qwen3:8b", "reasoning_effort", "medium", "none"],
    ["azure", "azure", "gpt-5.2", "reasoning", { effort: "medium", summary: "auto" }, { effort: "none" }],
    ["moonshot", "moonshot", "kimi-k2.6", "thinking", { type: "enabled" }, { type: "disabled" }],
    ["groq", "groq", "qwen/qwen3-32b", "reasoning_effort", undefined, "none"],
    ["hunyuan", "hunyuan", "hunyuan-a13b", "enable_thinking", true, false],
    ["ernie", "ernie", "qwen3-235b-a22b", "enable_thinking", true, false],
    ["doubao", "doubao", "deepseek-v3.1", "thinking", { type: "enabled" }, { type: "disabled" }],
    ["openrouter", "openrouter", "z-ai/glm-4.6", "reasoning", { enabled: true }, { enabled: false }],
  ] as [string, WireName, string, string, unknown, unknown][])(
    "%s over %s asks %s for it by `%s`",
    async (id, wire, model, field, on, off) => {
      const connection = connect(upstream, wire);
      await ask(vendor(id), connection, model, thinking(id, model, "on"));
      await ask(vendor(id), connection, model, thinking(id, model, "off"));
      const sent = upstream.calls.map((call) => (call.body as Record<string, unknown>)[field]);
      expect(sent).toEqual([on, off]);
    },
  );

  it("leaves a model that cannot switch alone, and nothing of the conversation with OpenAI", async () => {
    const connection = connect(upstream, "responses");
    await ask(vendor("openai"), connection, "gpt-4o-mini", thinking("openai", "gpt-4o-mini", "on"));
    expect(upstream.calls[0]?.body).toMatchObject({ store: false });
    expect(upstream.calls[0]?.body).not.toHaveProperty("reasoning");
  });

  it("asks Anthropic to think, or not to", async () => {
    const model = "claude-sonnet-4-5";
    const options = { maxOutputTokens: 100 };
    await ask(vendor("anthropic"), connect(upstream, "anthropic"), model, {
      ...options,
      ...thinking("anthropic", model, "on"),
    });
    await ask(vendor("anthropic"), connect(upstream, "anthropic"), model, {
      ...options,
      ...thinking("anthropic", model, "off"),
    });
    expect(
      upstream.calls.map((call) => (call.body as { thinking?: { type: string } }).thinking?.type),
    ).toEqual(["enabled", "disabled"]);
  });

  it("asks Gemini for its thoughts, or for none", async () => {
    const connection = connect(upstream, "gemini");
    await ask(vendor("google"), connection, "gemini-2.5-flash", thinking("google", "gemini-2.5-flash", "on"));
    await ask(
      vendor("google"),
      connection,
      "gemini-2.5-flash",
      thinking("google", "gemini-2.5-flash", "off"),
    );
    const configs = upstream.calls.map(
      (call) =>
        (call.body as { generationConfig: { thinkingConfig: object } }).generationConfig.thinkingConfig,
    );
    expect(configs[0]).toMatchObject({ includeThoughts: true, thinkingBudget: expect.any(Number) });
    expect(configs[1]).toMatchObject({ thinkingBudget: 0 });
  });
});
