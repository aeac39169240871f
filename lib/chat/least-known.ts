import type { CostStatus } from "@/lib/completion/types";

/** A sum is known no better than the least known of what it is made of. */
export function leastKnown(statuses: readonly CostStatus[]): CostStatus {
  return (["unpriced", "estimated", "exact"] as const).find((status) => statuses.includes(status)) ?? "free";
}
