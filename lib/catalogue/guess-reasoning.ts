import type { ReasoningAbility } from "@/lib/router/model-abilities";

/** Names whose reasoning ability is common knowledge, most particular first. */
const PATTERNS: readonly [pattern: RegExp, ability: ReasoningAbility][] = [
  [/non-?reasoning|no-?think|-instruct(-|:|$)|-chat-latest$/, "none"],
  [/^gpt-[5-9]/, "switchable"],
  [/^o[134](-|$)|codex|gpt-oss|^grok-(4|3-mini)/, "always"],
  [/(^|[-_/:.])(r1|qwq|qvq|k1\.5|t1|x1|z1)([-_/:.]|$)/, "always"],
  [/-r1(-|:|$)|qwq|magistral|-thinking|-reasoner|-reasoning|deep-?think|think(er|ing)?$/, "always"],
  [/claude-(3-7|(opus|sonnet|haiku|fable)-\d)/, "switchable"],
  [/gemini-2\.5-flash|gemini-([3-9])/, "switchable"],
  [/gemini-2\.5-pro/, "always"],
  [
    /(^|[-_/])(qwen-?3|glm-(4\.[5-9]|[5-9])|deepseek-(v3\.[1-9]|v[4-9])|kimi-k2\.[5-9]|hunyuan-a13b)/,
    "switchable",
  ],
];

/** What a model's name alone tells of its reasoning; `none` for a name that tells nothing. */
export function guessReasoning(modelId: string): ReasoningAbility {
  const name = modelId.toLowerCase().replace(/^models\//, "");
  const bare = name.slice(name.lastIndexOf("/") + 1);
  return PATTERNS.find(([pattern]) => pattern.test(bare))?.[1] ?? "none";
}
