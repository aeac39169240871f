import { listCallCosts } from "@/db/queries/call-costs";
import type { MessageWithCost } from "@/db/queries/messages";
import type { Context } from "@/lib/context";

type CallCost = NonNullable<MessageWithCost["cost"]>;

/** A summary that was written in parts cost what its calls cost together. */
export async function withPartCosts({ db }: Context, row: MessageWithCost): Promise<MessageWithCost> {
  const { teamId, summary } = row.message;
  const ids = summary?.partCallIds ?? [];
  if (ids.length === 0 || row.cost === null) return row;
  const costs = await listCallCosts(db, teamId, ids);
  return { ...row, cost: costs.reduce<CallCost>(addCost, row.cost) };
}

/** All were calls of one model, so of one currency. The sum is known no better than the least known of them. */
function addCost(sum: CallCost, next: CallCost): CallCost {
  return {
    ...sum,
    costStatus:
      (["unpriced", "estimated", "exact"] as const).find((status) =>
        [sum.costStatus, next.costStatus].includes(status),
      ) ?? "free",
    costPico:
      sum.costPico === null || next.costPico === null
        ? null
        : String(BigInt(sum.costPico) + BigInt(next.costPico)),
    durationMs: sum.durationMs + next.durationMs,
    inputTokens: sum.inputTokens + next.inputTokens,
    cacheReadTokens: sum.cacheReadTokens + next.cacheReadTokens,
    cacheWriteTokens: sum.cacheWriteTokens + next.cacheWriteTokens,
    outputTokens: sum.outputTokens + next.outputTokens,
    reasoningTokens: sum.reasoningTokens + next.reasoningTokens,
  };
}
