import type { Effort } from "@/lib/router/effort";

type Rule = readonly [pattern: RegExp, efforts: readonly Effort[]];

const LOW_TO_HIGH: readonly Effort[] = ["low", "medium", "high"];
const LOW_TO_MAX: readonly Effort[] = ["low", "medium", "high", "xhigh", "max"];

const OPENAI: readonly Rule[] = [
  [/-chat/, []],
  [/^o1-(mini|preview)/, []],
  [/^o[134](-|$)/, LOW_TO_HIGH],
  [/^gpt-5-pro/, []],
  [/^gpt-5\.\d-pro/, ["medium", "high", "xhigh"]],
  [/codex/, LOW_TO_HIGH],
  [/^gpt-5(-|$)/, ["minimal", "low", "medium", "high"]],
  [/^gpt-5\.1(-|$)/, ["none", "low", "medium", "high"]],
  [/^gpt-5\.[2-5](-|$)/, ["none", "low", "medium", "high", "xhigh"]],
  [/^gpt-(5\.[6-9]|6-(sol|luna)|6\.1-terra)/, ["none", ...LOW_TO_MAX]],
  [/^gpt-[6-9]/, LOW_TO_MAX],
];

/** The efforts that a vendor's models take, by id, most particular first; none for what is not here. */
export const EFFORT_RULES: Readonly<Record<string, readonly Rule[]>> = {
  openai: OPENAI,
  // What it deploys of OpenAI's; a name of the customer's own tells nothing and has none.
  azure: OPENAI,
  anthropic: [
    [/^claude-(opus-5-5|sonnet-5-5|fable)/, LOW_TO_MAX],
    [/^claude-((opus|sonnet|haiku)-5|opus-4-[78])/, ["none", ...LOW_TO_MAX]],
    [/^claude-(opus|sonnet)-4-6/, ["none", "low", "medium", "high", "max"]],
    [/^claude-(3-7|(opus|sonnet|haiku)-4)/, ["none", ...LOW_TO_HIGH]],
  ],
  google: [
    [/^gemini-2\.5-pro/, LOW_TO_HIGH],
    [/^gemini-2\.5-flash/, ["none", ...LOW_TO_HIGH]],
    [/^gemini-[3-9]/, LOW_TO_HIGH],
  ],
  deepseek: [[/^deepseek-(v[4-9]|flash|pro)/, ["none", "low", "high", "max"]]],
  xai: [[/^grok-3-mini/, ["low", "high"]]],
};

/** Open models that have efforts wherever OpenAI's chat wire serves them. */
export const OPEN_EFFORT_RULES: readonly Rule[] = [[/^gpt-oss/, LOW_TO_HIGH]];
