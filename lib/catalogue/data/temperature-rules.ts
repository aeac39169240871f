import type { ModelAbilities } from "@/lib/router/model-abilities";

/** Models that do not always take a temperature, by the name that they have with every vendor, most particular first. */
export const TEMPERATURE_RULES: readonly (readonly [RegExp, ModelAbilities["temperature"]])[] = [
  [/^gpt-\d.*-chat/, "always"],
  [/^o[134](-|$)|codex|^gpt-[5-9](\.\d+)?-pro|^gpt-5(-|$)/, "never"],
  [/^gpt-(5\.\d|6-(sol|luna)|6\.1-terra)/, "unthinking"],
  [/^gpt-[6-9]/, "never"],
  [/^claude-(instant|v?2|3[-.](?!7))/, "always"],
  [/^claude-opus-4[-.][78]/, "never"],
  [/^claude-(3[-.]7|(opus|sonnet|haiku)-4)/, "unthinking"],
  [/^claude-/, "never"],
  [/^deepseek-reasoner/, "never"],
  [/^deepseek-(v[4-9]|flash|pro)/, "unthinking"],
  [/^wye-demo$/, "never"],
];

/** Models that can do both and answer without thinking unless they are asked to think; the others think. */
export const UNTHINKING_UNASKED = /^claude-/;

/** Highest temperature, by vendor; 2 with the others. */
export const MAX_TEMPERATURES: Readonly<Record<string, number>> = {
  anthropic: 1,
  ernie: 1,
  moonshot: 1,
  zhipu: 1,
};
