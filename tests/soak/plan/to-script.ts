import { type Script, scriptFromName } from "@/tests/support/upstream/script";
import type { AnswerPlan } from "./scenario";

/** What the upstream sends for an answer. */
export function toScript(plan: AnswerPlan, hold: Script["hold"] = null): Script {
  return {
    ...scriptFromName("plain"),
    text: plan.text,
    reasoning: plan.reasoning,
    inlineThink: plan.inlineThink,
    pieceLength: plan.pieceLength,
    torn: plan.torn,
    tokenDelayMs: plan.paceMs,
    firstTokenDelayMs: plan.firstDelayMs,
    reportUsage: plan.reportUsage,
    inputTokens: plan.inputTokens,
    cacheReadTokens: plan.cacheReadTokens,
    fault: plan.fault,
    faultAfterTokens: plan.faultAfter,
    hold,
  };
}
