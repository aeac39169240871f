import type { Fault } from "@/tests/support/upstream/script";
import { chooseFlavour, makeText } from "./make-text";
import type { Random } from "./random";
import type { AnswerPlan } from "./scenario";

export interface SoakModel {
  name: string;
  reasons: "never" | "beside" | "inline";
}

/** One of each wire, priced and not. */
export const MODELS = [
  { name: "openai/gpt-4o-mini", reasons: "never" },
  { name: "deepseek/deepseek-reasoner", reasons: "beside" },
  { name: "alibaba/qwen-plus", reasons: "inline" },
  { name: "anthropic/claude-haiku-4-5", reasons: "never" },
  { name: "openai-compatible/home-made", reasons: "inline" },
] as const satisfies readonly SoakModel[];

const FAULTS = ["rate_limit", "server_error", "cut", "end_early", "malformed", "error_event"] as const;

export interface AnswerWish {
  model: SoakModel;
  fails: boolean;
  /** Whether it waits in the middle for the troubles. */
  held: boolean;
}

export function makeAnswer(random: Random, marker: string, { model, fails, held }: AnswerWish): AnswerPlan {
  const flavour = chooseFlavour(random);
  const words = random.between(40, 150);
  const reasons = model.reasons !== "never" && random.chance(0.5);
  const reasoning = reasons ? makeText(random, "r", random.between(10, 40), "plain") : "";
  const text = makeText(random, "w", words, flavour);
  const pieceLength = random.chance(flavour === "emoji" ? 0.8 : 0.2) ? random.between(1, 5) : null;
  const fault: Fault | null = fails ? random.pick(FAULTS) : null;
  return {
    marker,
    model: model.name,
    text,
    reasoning,
    inlineThink: reasons && model.reasons === "inline",
    pieceLength,
    torn: random.chance(0.3),
    // The longer the pieces take, the more happens in their middle.
    paceMs: pieceLength === null ? random.between(8, 30) : random.between(3, 8),
    firstDelayMs: random.chance(0.3) ? random.between(50, 600) : 0,
    // Anthropic's wire tells usage from its first event on.
    reportUsage: random.chance(0.8) || model.name.startsWith("anthropic/"),
    inputTokens: random.between(5, 400),
    cacheReadTokens: random.chance(0.3) ? random.between(1, 300) : 0,
    fault,
    faultAfter: random.between(1, words - 1),
    holdAt: held ? random.between(2, Math.floor(words / 2)) : null,
  };
}
