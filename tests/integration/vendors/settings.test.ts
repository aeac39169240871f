import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { describeModel } from "@/lib/catalogue/describe-model";
import { callOptions } from "@/lib/completion/call-options";
import type { CompletionRequest } from "@/lib/completion/types";
import { vendorById } from "@/lib/providers/registry";
import type { Thinking } from "@/lib/router/thinking";
import { startUpstream, type Upstream, type WireName } from "../../support/upstream/start-upstream";
import { connect } from "./support";

let upstream: Upstream;
beforeAll(async () => {
  upstream = await startUpstream();
});
afterAll(() => upstream.close());
beforeEach(() => upstream.reset());

type Asked = Pick<CompletionRequest, "temperature" | "maxOutputTokens" | "effort">;

/** What a vendor's model is sent for a chat's settings. */
async function sent(vendorId: string, wire: WireName, modelId: string, thinking: Thinking, asked: Asked) {
  const vendor = vendorById(vendorId);
  if (!vendor) throw new Error(`no vendor ${vendorId}`);
  const model = vendor.languageModel(connect(upstream, wire), modelId);
  const { signal } = new AbortController();
  const request: CompletionRequest = {
    purpose: "chat",
    choice: { kind: "model", model: `${vendorId}/${modelId}` },
    prompt: [
      { role: "system", content: "Be brief." },
      { role: "user", content: [{ type: "text", text: "What is new?" }] },
    ],
    chatId: null,
    messageId: null,
    signal,
    ...asked,
  };
  const target = {
    vendor,
    providerId: "",
    credential: null,
    modelId,
    knownAs: modelId,
    name: "",
    displayName: "",
    mode: null,
    effort: null,
    model,
    chat: null,
    rate: null,
    thinking,
    abilities: describeModel(vendorId, modelId),
  };
  const { stream } = await model.doStream(callOptions(request, target, signal));
  const warnings: unknown[] = [];
  for await (const part of stream) if (part.type === "stream-start") warnings.push(...part.warnings);
  return { body: upstream.calls.at(-1)?.body, warnings };
}

const asked = { temperature: 0.5, maxOutputTokens: 2000, effort: "low" } as const;
const rest = { temperature: 0.5, maxOutputTokens: 2000 } as const;

describe("a chat's settings reach the wire of", () => {
  it.each([
    ["openai", "responses", "gpt-4o", { temperature: 0.5, max_output_tokens: 2000 }, ["reasoning"]],
    [
      "openai",
      "responses",
      "o3-mini",
      { reasoning: { effort: "low" }, max_output_tokens: 2000 },
      ["temperature"],
    ],
    ["openai", "openai", "gpt-5", { reasoning_effort: "low", max_tokens: 2000 }, ["temperature"]],
    [
      "anthropic",
      "anthropic",
      "claude-3-5-haiku-20241022",
      { temperature: 0.5, max_tokens: 2000 },
      ["thinking"],
    ],
    ["anthropic", "anthropic", "claude-sonnet-4-5", { thinking: { type: "enabled" } }, ["temperature"]],
    [
      "anthropic",
      "anthropic",
      "claude-opus-4-8",
      { thinking: { type: "adaptive" }, output_config: { effort: "low" } },
      ["temperature"],
    ],
    [
      "google",
      "gemini",
      "gemini-3-flash-preview",
      {
        generationConfig: {
          temperature: 0.5,
          maxOutputTokens: 2000,
          thinkingConfig: { thinkingLevel: "low", includeThoughts: true },
        },
      },
      [],
    ],
    [
      "deepseek",
      "deepseek",
      "deepseek-v4-pro",
      { thinking: { type: "enabled" }, reasoning_effort: "low", max_tokens: 2000 },
      ["temperature"],
    ],
    ["xai", "xai", "grok-4", { temperature: 0.5, max_tokens: 2000 }, ["reasoning_effort"]],
    ["xai", "xai", "grok-3-mini", { temperature: 0.5, reasoning_effort: "low" }, []],
    ["ollama", "ollama", "llama3.1:8b", { temperature: 0.5, max_tokens: 2000 }, ["reasoning_effort"]],
    ["groq", "openai", "openai/gpt-oss-120b", { temperature: 0.5, reasoning_effort: "low" }, []],
    ["openai-compatible", "openai", "house-model", { temperature: 0.5 }, ["reasoning_effort"]],
  ] as [string, WireName, string, object, string[]][])(
    "%s over %s: %s",
    async (vendor, wire, model, present, absent) => {
      const { body, warnings } = await sent(vendor, wire, model, "default", asked);
      expect(body).toMatchObject(present);
      for (const field of absent) expect(body).not.toHaveProperty(field);
      expect(JSON.stringify(body)).toContain("Be brief.");
      // What the SDK had to strip, Wye should not have sent.
      expect(warnings).toEqual([]);
    },
  );

  it.each([
    ["openai", "responses", "gpt-5.2", { reasoning: { effort: "none" } }],
    ["anthropic", "anthropic", "claude-sonnet-4-5", { thinking: { type: "disabled" } }],
    ["deepseek", "deepseek", "deepseek-v4-pro", { thinking: { type: "disabled" } }],
  ] as [string, WireName, string, object][])(
    "%s over %s: a temperature to %s where Knowledge has it not think",
    async (vendor, wire, model, present) => {
      const { body, warnings } = await sent(vendor, wire, model, "off", rest);
      expect(body).toMatchObject({ temperature: 0.5, ...present });
      expect(warnings).toEqual([]);
    },
  );

  it("Anthropic, within its own bounds", async () => {
    const high = { temperature: 1.9, maxOutputTokens: 900_000 };
    const { body, warnings } = await sent("anthropic", "anthropic", "claude-sonnet-4-5", "off", high);
    expect(body).toMatchObject({ temperature: 1, max_tokens: 64_000 });
    expect(warnings).toEqual([]);
  });
});
