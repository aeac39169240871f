import type { CostStatus } from "@/lib/completion/types";

interface MadeCost {
  costStatus: CostStatus;
  estimateMethod: string | null;
}

/** How a cost is known after it was corrected: what had no price has one now, and is no surer than what was counted. */
export function statusCorrected({ costStatus, estimateMethod }: MadeCost): CostStatus {
  if (costStatus !== "unpriced") return costStatus;
  return estimateMethod === null ? "exact" : "estimated";
}
