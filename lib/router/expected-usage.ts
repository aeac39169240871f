import { EMPTY_BUCKETS, type TokenBuckets } from "@/lib/pricing/buckets";
import type { RouterCandidate } from "./candidate";
import type { Mode } from "./choice";
import type { Effort } from "./effort";
import { effortTokens } from "./effort-tokens";
import { settingsTaken } from "./settings-taken";
import { thinkingOf } from "./thinking";

/** What of a question decides how much it uses. */
export interface Measure {
  promptTokens: number;
  /** Of the answer, beside what is thought. */
  answerTokens: number;
  /** Of the prompt, in the vendor's cache. */
  cachedTokens: number;
  mode: Mode | null;
  effort: Effort | undefined;
  maxOutputTokens: number | undefined;
}

/** What an answer is expected to use of a model. Thinking counts towards the most that it may write, and comes first. */
export function expectedUsage({ abilities }: Pick<RouterCandidate, "abilities">, of: Measure): TokenBuckets {
  const thinking = thinkingOf(of.mode);
  const thought = effortTokens(abilities, thinking, of.effort);
  const most =
    settingsTaken(abilities, thinking, { maxOutputTokens: of.maxOutputTokens }).maxOutputTokens ??
    abilities.outputLimit ??
    Number.POSITIVE_INFINITY;
  const reasoning = Math.min(thought, most);
  const output = Math.min(of.answerTokens, most - reasoning);
  const cacheRead = Math.min(of.cachedTokens, of.promptTokens);
  return {
    ...EMPTY_BUCKETS,
    input: of.promptTokens - cacheRead,
    cacheRead,
    output,
    reasoning,
    requests: 1,
  };
}
