import type { NewDecision } from "@/db/queries/decisions";
import type { Choice } from "@/lib/router/choice";
import type { Decision, Option } from "@/lib/router/decision";
import type { DecisionNotes } from "@/lib/router/decision-notes";
import type { AskedQuestion } from "./types";

/** For people to read: the first will do. */
const MOST_NOTED = 6;

interface Facts {
  id: string;
  choice: Choice;
  promptTokens: number;
  files: { attachments: number; images: number };
  asked: Pick<AskedQuestion, "question" | "history">;
}

/** A decision as it is kept. */
export function decisionRow(
  decision: Decision,
  { id, choice, promptTokens, files, asked }: Facts,
): NewDecision {
  const { estimate } = decision;
  return {
    id,
    choice,
    mode: decision.mode,
    provider: decision.provider,
    model: decision.model,
    effort: decision.effort,
    decidedBy: decision.decidedBy,
    pReasoning: decision.pReasoning,
    kind: decision.reasons[0] ?? null,
    estimatePico: estimate.costPico?.toString() ?? null,
    currency: estimate.currency,
    estimateMs: estimate.ms === null ? null : Math.round(estimate.ms),
    notes: {
      signals: {
        promptTokens,
        characters: asked.question.length,
        turns: asked.history.length,
        ...files,
      },
      confidence: decision.confidence,
      reasons: [...decision.reasons],
      ruleId: decision.ruleId,
      fallbacks: decision.fallbacks.slice(0, MOST_NOTED).map(optionNote),
      alternatives: decision.alternatives.slice(0, MOST_NOTED).map(optionNote),
      leftOut: decision.leftOut.slice(0, MOST_NOTED),
      cacheLoss: decision.cacheLoss && {
        ...decision.cacheLoss,
        costPico: decision.cacheLoss.costPico.toString(),
      },
    },
  };
}

function optionNote({
  provider,
  model,
  mode,
  effort,
  estimate,
}: Option): DecisionNotes["alternatives"][number] {
  const { inputTokens, outputTokens, costPico, currency, ms } = estimate;
  return {
    ...{ provider, model, mode, effort },
    ...{ inputTokens, outputTokens, costPico: costPico?.toString() ?? null, currency, ms },
  };
}
