import { listSummaryCosts } from "@/db/queries/call-costs";
import type { MessageWithCost } from "@/db/queries/messages";
import type { Context } from "@/lib/context";
import { leastKnown } from "./least-known";

type CallCost = NonNullable<MessageWithCost["cost"]>;

/** A summary cost what its calls cost together: those for parts of its material, and those that were refused. */
export async function withPartCosts(
  { db }: Pick<Context, "db">,
  row: MessageWithCost,
): Promise<MessageWithCost> {
  if (row.message.role !== "summary" || row.message.status === "streaming") return row;
  const [last, ...parts] = await listSummaryCosts(db, row.message);
  return last ? { ...row, cost: parts.reduce<CallCost>(addCost, last) } : row;
}

/** All were calls of one model, so of one currency. */
function addCost(sum: CallCost, next: CallCost): CallCost {
  return {
    ...sum,
    costStatus: leastKnown([sum.costStatus, next.costStatus]),
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
