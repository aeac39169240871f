import type { Reason } from "./classifier/reason";
import type { DecidedBy, Decision } from "./decision";

/** What an answer says of how it was routed; the rest is asked for. */
export interface DecisionSummary {
  decidedBy: DecidedBy;
  /** The probability of the mode that was taken; null where nobody had to guess. */
  confidence: number | null;
  /** The weightiest first. */
  reasons: readonly Reason[];
  /** The rule that decided. */
  ruleId?: string;
}

export function summaryOf({ decidedBy, confidence, reasons, ruleId }: Decision): DecisionSummary {
  return { decidedBy, confidence, reasons, ...(ruleId !== null && { ruleId }) };
}
