import type { Mode } from "@/lib/router/choice";

/** Knowledge: broad, quick and cheap. Reasoning: strong. Vendors' newest models first within each kind, then
 *  older ones that a key may still be limited to; the demo model only where there is nothing else. */
const DEFAULTS: Readonly<Record<Mode, readonly string[]>> = {
  knowledge: [
    "openai/gpt-6-luna",
    "anthropic/claude-haiku-5-5",
    "google/gemini-3.8-flash",
    "deepseek/deepseek-flash",
    "openai/gpt-5.6-luna",
    "openai/gpt-5.4-mini",
    "anthropic/claude-haiku-4-5",
    "anthropic/claude-haiku-4-5-20251001",
    "google/gemini-2.5-flash",
    "deepseek/deepseek-v4-flash",
    "deepseek/deepseek-chat",
    "openai/gpt-4.1-mini",
    "openai/gpt-4o-mini",
    "openai/gpt-4o",
    "anthropic/claude-3-5-haiku-20241022",
    "google/gemini-2.0-flash",
    "xai/grok-4-1-fast-non-reasoning",
    "xai/grok-3",
    "alibaba/qwen-plus",
    "zhipu/glm-4-air",
    "moonshot/moonshot-v1-32k",
    "doubao/doubao-pro-32k",
    "hunyuan/hunyuan-standard",
    "yi/yi-large",
  ],
  reasoning: [
    "openai/gpt-6.1-sol",
    "openai/gpt-6-sol",
    "anthropic/claude-opus-5-5",
    "anthropic/claude-sonnet-5-5",
    "google/gemini-4-argon",
    "deepseek/deepseek-v4-pro",
    "xai/grok-4.7",
    "openai/gpt-5.5",
    "openai/gpt-5.2",
    "openai/gpt-5",
    "anthropic/claude-opus-5",
    "anthropic/claude-sonnet-4-6",
    "anthropic/claude-sonnet-4-5",
    "anthropic/claude-sonnet-4-5-20250929",
    "google/gemini-3.1-pro-preview",
    "google/gemini-2.5-pro",
    "openai/o3",
    "openai/o4-mini",
    "openai/o3-mini",
    "deepseek/deepseek-reasoner",
    "xai/grok-4",
    "anthropic/claude-3-7-sonnet-20250219",
  ],
};

/** `vendor/model` names, the most wanted first. What is not listed comes after, by its abilities. */
export function defaultModels(mode: Mode): readonly string[] {
  return DEFAULTS[mode];
}
