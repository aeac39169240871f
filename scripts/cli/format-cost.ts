import type { CostStatus } from "@/lib/completion/types";

/** Every digit of a cost; `≈` stands before an estimate, a dash for what has no price. */
export function formatCost(cost: {
  cost: string | null;
  currency: string | null;
  status?: CostStatus | undefined;
}): string {
  if (cost.cost === null || cost.currency === null) return "—";
  return `${cost.status === "estimated" ? "≈ " : ""}${cost.cost} ${cost.currency}`;
}
