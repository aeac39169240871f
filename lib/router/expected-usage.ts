import { EMPTY_BUCKETS, type TokenBuckets } from "@/lib/pricing/buckets";
import type { RouterCandidate } from "./candidate";
import type { Mode } from "./choice";
import type { Effort } from "./effort";
import { effortTokens } from "./effort-tokens";
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

/** What one answer uses, in tokens. */
export type ExpectedUsage = Pick<TokenBuckets, "input" | "cacheRead" | "output" | "reasoning">;

/** What an answer is expected to use of a model. Thinking counts towards the most that it may write, and comes first. */
export function expectedUsage({ abilities }: Pick<RouterCandidate, "abilities">, of: Measure): ExpectedUsage {
  const most = Math.min(
    of.maxOutputTokens ?? Number.POSITIVE_INFINITY,
    abilities.outputLimit ?? Number.POSITIVE_INFINITY,
  );
  const reasoning = Math.min(effortTokens(abilities, thinkingOf(of.mode), of.effort), most);
  const output = Math.min(of.answerTokens, most - reasoning);
  const cacheRead = Math.min(of.cachedTokens, of.promptTokens);
  return { input: of.promptTokens - cacheRead, cacheRead, output, reasoning };
}

/** As a call is priced. */
export const toBuckets = (usage: ExpectedUsage): TokenBuckets => ({
  ...EMPTY_BUCKETS,
  ...usage,
  requests: 1,
});
