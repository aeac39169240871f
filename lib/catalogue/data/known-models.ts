import type { ReasoningAbility } from "@/lib/router/model-abilities";

export interface KnownModel {
  /** Lower case, undated where the vendor offers an undated id. */
  id: string;
  name: string;
  /** Tokens. */
  context: number | null;
  output: number | null;
  reasoning: ReasoningAbility;
}

type Row = readonly [
  id: string,
  name: string,
  contextK: number | null,
  outputK: number | null,
  reasoning?: ReasoningAbility,
];

/** Contexts and output limits in thousands of tokens, as the vendors publish them (which may be rounded).
 *  Figures of the Chinese vendors' 2024 models are those of the price list of 2024-06-20. */
const ROWS: Readonly<Record<string, readonly Row[]>> = {
  openai: [
    ["gpt-6.1-sol", "GPT-6.1 Sol", 1050, 128, "switchable"],
    ["gpt-6-astra", "GPT-6 Astra", 1050, 128, "switchable"],
    ["gpt-6-sol", "GPT-6 Sol", 1050, 128, "switchable"],
    ["gpt-6-luna", "GPT-6 Luna", 1050, 128, "switchable"],
    ["gpt-5.6", "GPT-5.6 Sol", 1050, 128, "switchable"],
    ["gpt-5.6-sol", "GPT-5.6 Sol", 1050, 128, "switchable"],
    ["gpt-5.6-terra", "GPT-5.6 Terra", 1050, 128, "switchable"],
    ["gpt-5.6-luna", "GPT-5.6 Luna", 1050, 128, "switchable"],
    ["gpt-5.3-codex", "GPT-5.3 Codex", 400, 128, "always"],
    ["gpt-5.5", "GPT-5.5", 1050, 128, "switchable"],
    ["gpt-5.4", "GPT-5.4", 1050, 128, "switchable"],
    ["gpt-5.4-mini", "GPT-5.4 mini", 400, 128, "switchable"],
    ["gpt-5.4-nano", "GPT-5.4 nano", 400, 128, "switchable"],
    ["gpt-5.4-pro", "GPT-5.4 pro", 1050, 128, "always"],
    ["gpt-5.2", "GPT-5.2", 400, 128, "switchable"],
    ["gpt-5.2-pro", "GPT-5.2 pro", 400, 128, "always"],
    ["gpt-5.2-chat", "GPT-5.2 chat", 128, 16, "none"],
    ["gpt-5.2-codex", "GPT-5.2 Codex", 400, 128, "always"],
    ["gpt-5.1", "GPT-5.1", 400, 128, "switchable"],
    ["gpt-5.1-chat", "GPT-5.1 chat", 128, 16, "none"],
    ["gpt-5.1-codex", "GPT-5.1 Codex", 400, 128, "always"],
    ["gpt-5.1-codex-max", "GPT-5.1 Codex Max", 400, 128, "always"],
    ["gpt-5.1-codex-mini", "GPT-5.1 Codex mini", 400, 128, "always"],
    ["gpt-5", "GPT-5", 400, 128, "switchable"],
    ["gpt-5-mini", "GPT-5 mini", 400, 128, "switchable"],
    ["gpt-5-nano", "GPT-5 nano", 400, 128, "switchable"],
    ["gpt-5-pro", "GPT-5 pro", 400, 272, "always"],
    ["gpt-5-chat", "GPT-5 chat", 128, 16, "none"],
    ["gpt-5-codex", "GPT-5 Codex", 400, 128, "always"],
    ["gpt-4.5-preview", "GPT-4.5", 128, 16],
    ["gpt-4.1", "GPT-4.1", 1047, 32],
    ["gpt-4.1-mini", "GPT-4.1 mini", 1047, 32],
    ["gpt-4.1-nano", "GPT-4.1 nano", 1047, 32],
    ["gpt-4o", "GPT-4o", 128, 16],
    ["gpt-4o-mini", "GPT-4o mini", 128, 16],
    ["gpt-4-turbo", "GPT-4 Turbo", 128, 4],
    ["gpt-4", "GPT-4", 8, 8],
    ["gpt-3.5-turbo", "GPT-3.5 Turbo", 16, 4],
    ["gpt-3.5-turbo-0125", "GPT-3.5 Turbo 0125", 16, 4],
    ["o4-mini", "o4-mini", 200, 100, "always"],
    ["o3", "o3", 200, 100, "always"],
    ["o3-pro", "o3-pro", 200, 100, "always"],
    ["o3-mini", "o3-mini", 200, 100, "always"],
    ["o1", "o1", 200, 100, "always"],
    ["o1-pro", "o1-pro", 200, 100, "always"],
    ["o1-preview", "o1-preview", 128, 32, "always"],
    ["o1-mini", "o1-mini", 128, 65, "always"],
  ],
  anthropic: [
    ["claude-fable-5-1", "Claude Fable 5.1", 1000, 128, "always"],
    ["claude-fable-5", "Claude Fable 5", 1000, 128, "always"],
    ["claude-opus-5-5", "Claude Opus 5.5", 1000, 128, "always"],
    ["claude-opus-5", "Claude Opus 5", 1000, 128, "switchable"],
    ["claude-sonnet-5-5", "Claude Sonnet 5.5", 1000, 128, "switchable"],
    ["claude-sonnet-5", "Claude Sonnet 5", 1000, 128, "switchable"],
    ["claude-haiku-5-5", "Claude Haiku 5.5", null, null, "switchable"],
    ["claude-opus-4-8", "Claude Opus 4.8", 1000, 128, "switchable"],
    ["claude-opus-4-7", "Claude Opus 4.7", 1000, 128, "switchable"],
    ["claude-opus-4-6", "Claude Opus 4.6", 1000, 128, "switchable"],
    ["claude-sonnet-4-6", "Claude Sonnet 4.6", 1000, 128, "switchable"],
    ["claude-opus-4-5", "Claude Opus 4.5", 200, 64, "switchable"],
    ["claude-sonnet-4-5", "Claude Sonnet 4.5", 200, 64, "switchable"],
    ["claude-haiku-4-5", "Claude Haiku 4.5", 200, 64, "switchable"],
    ["claude-opus-4-1", "Claude Opus 4.1", 200, 32, "switchable"],
    ["claude-opus-4", "Claude Opus 4", 200, 32, "switchable"],
    ["claude-opus-4-0", "Claude Opus 4", 200, 32, "switchable"],
    ["claude-sonnet-4", "Claude Sonnet 4", 200, 64, "switchable"],
    ["claude-sonnet-4-0", "Claude Sonnet 4", 200, 64, "switchable"],
    ["claude-3-7-sonnet", "Claude 3.7 Sonnet", 200, 64, "switchable"],
    ["claude-3-5-sonnet", "Claude 3.5 Sonnet", 200, 8],
    ["claude-3-5-haiku", "Claude 3.5 Haiku", 200, 8],
    ["claude-3-opus", "Claude 3 Opus", 200, 4],
    ["claude-3-sonnet", "Claude 3 Sonnet", 200, 4],
    ["claude-3-haiku", "Claude 3 Haiku", 200, 4],
  ],
  google: [
    ["gemini-4-argon", "Gemini 4 Argon", 1048, 65, "always"],
    ["gemini-3.8-flash", "Gemini 3.8 Flash", 1048, 65, "switchable"],
    ["gemini-3.7-flash", "Gemini 3.7 Flash", 1048, 65, "switchable"],
    ["gemini-3.6-flash", "Gemini 3.6 Flash", 1048, 65, "switchable"],
    ["gemini-3.5-flash", "Gemini 3.5 Flash", 1048, 65, "switchable"],
    ["gemini-3.5-flash-lite", "Gemini 3.5 Flash-Lite", 1048, 65, "switchable"],
    ["gemini-3.1-pro-preview", "Gemini 3.1 Pro", 1048, 65, "always"],
    ["gemini-3-pro-preview", "Gemini 3 Pro", 1048, 65, "always"],
    ["gemini-3-flash-preview", "Gemini 3 Flash", 1048, 65, "switchable"],
    ["gemini-2.5-pro", "Gemini 2.5 Pro", 1048, 65, "always"],
    ["gemini-2.5-flash", "Gemini 2.5 Flash", 1048, 65, "switchable"],
    ["gemini-2.5-flash-lite", "Gemini 2.5 Flash-Lite", 1048, 65, "switchable"],
    ["gemini-2.0-flash", "Gemini 2.0 Flash", 1048, 8],
    ["gemini-2.0-flash-001", "Gemini 2.0 Flash", 1048, 8],
    ["gemini-2.0-flash-lite", "Gemini 2.0 Flash-Lite", 1048, 8],
    ["gemini-1.5-pro", "Gemini 1.5 Pro", 2097, 8],
    ["gemini-1.5-flash", "Gemini 1.5 Flash", 1048, 8],
    ["gemini-1.0-pro", "Gemini 1.0 Pro", 32, 2],
  ],
  xai: [
    ["grok-4.7", "Grok 4.7", 500, null, "always"],
    ["grok-4.6", "Grok 4.6", 500, null, "always"],
    ["grok-4.5", "Grok 4.5", 500, null, "always"],
    ["grok-4.3", "Grok 4.3", 1000, null, "always"],
    ["grok-4-1-fast-reasoning", "Grok 4.1 Fast (reasoning)", 2000, null, "always"],
    ["grok-4-1-fast-non-reasoning", "Grok 4.1 Fast", 2000, null],
    ["grok-4-fast-reasoning", "Grok 4 Fast (reasoning)", 2000, null, "always"],
    ["grok-4-fast-non-reasoning", "Grok 4 Fast", 2000, null],
    ["grok-4", "Grok 4", 256, null, "always"],
    ["grok-4-0709", "Grok 4", 256, null, "always"],
    ["grok-code-fast-1", "Grok Code Fast 1", 256, null, "always"],
    ["grok-3", "Grok 3", 131, null],
    ["grok-3-mini", "Grok 3 mini", 131, null, "always"],
    ["grok-2-1212", "Grok 2", 131, null],
  ],
  deepseek: [
    ["deepseek-flash", "DeepSeek Flash", 1000, 384, "switchable"],
    ["deepseek-v4-pro", "DeepSeek V4 Pro", 1000, 384, "switchable"],
    ["deepseek-v4-flash", "DeepSeek V4 Flash", 1000, 384, "switchable"],
    ["deepseek-chat", "DeepSeek Chat", 128, 8],
    ["deepseek-reasoner", "DeepSeek Reasoner", 128, 64, "always"],
    ["deepseek-coder", "DeepSeek Coder", 32, null],
  ],
  zhipu: [
    ["glm-4-flash", "GLM-4-Flash", 128, null],
    ["glm-4-air", "GLM-4-Air", 128, null],
    ["glm-4-airx", "GLM-4-AirX", 8, null],
    ["glm-4v", "GLM-4V", 2, null],
    ["glm-4-0520", "GLM-4-0520", 128, null],
  ],
  hunyuan: [
    ["hunyuan-lite", "Hunyuan Lite", 256, null],
    ["hunyuan-standard", "Hunyuan Standard", 32, null],
    ["hunyuan-standard-256k", "Hunyuan Standard 256K", 256, null],
    ["hunyuan-pro", "Hunyuan Pro", 32, null],
  ],
  alibaba: [
    ["qwen-long", "Qwen-Long", 10_000, null],
    ["qwen-turbo", "Qwen-Turbo", 8, null],
    ["qwen-plus", "Qwen-Plus", 32, null],
    ["qwen-max", "Qwen-Max", 8, null],
  ],
  doubao: [
    ["doubao-pro-4k", "Doubao-pro-4k", 4, null],
    ["doubao-pro-32k", "Doubao-pro-32k", 32, null],
    ["doubao-pro-128k", "Doubao-pro-128k", 128, null],
  ],
  moonshot: [
    ["moonshot-v1-8k", "Moonshot v1 8K", 8, null],
    ["moonshot-v1-32k", "Moonshot v1 32K", 32, null],
    ["moonshot-v1-128k", "Moonshot v1 128K", 128, null],
  ],
  ernie: [
    ["ernie-speed-8k", "ERNIE Speed 8K", 8, null],
    ["ernie-speed-128k", "ERNIE Speed 128K", 128, null],
    ["ernie-lite-8k", "ERNIE Lite 8K", 8, null],
    ["ernie-3.5-8k", "ERNIE 3.5 8K", 8, null],
    ["ernie-4.0-8k", "ERNIE 4.0 8K", 8, null],
  ],
  yi: [
    ["yi-spark", "Yi-Spark", 16, null],
    ["yi-medium", "Yi-Medium", 16, null],
    ["yi-large", "Yi-Large", 32, null],
  ],
  demo: [["wye-demo", "Wye demo", 128, null, "always"]],
};

/** By vendor id. */
export const KNOWN_MODELS: Readonly<Record<string, readonly KnownModel[]>> = Object.fromEntries(
  Object.entries(ROWS).map(([vendor, rows]) => [vendor, rows.map(toModel)]),
);

function toModel([id, name, contextK, outputK, reasoning = "none"]: Row): KnownModel {
  return {
    id,
    name,
    context: contextK === null ? null : contextK * 1000,
    output: outputK === null ? null : outputK * 1000,
    reasoning,
  };
}
