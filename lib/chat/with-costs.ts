import { listSummaryCosts } from "@/db/queries/call-costs";
import { sumCorrections } from "@/db/queries/corrections";
import type { MessageWithCost } from "@/db/queries/messages";
import type { Context } from "@/lib/context";
import { type CorrectedCost, costTogether } from "@/lib/usage/corrected-cost";
import { leastKnown } from "./least-known";

type CallCost = NonNullable<MessageWithCost["cost"]>;

/** A message with what it costs by now, where that is not what its calls cost when they were made. */
export interface CostedMessage extends MessageWithCost {
  corrected: CorrectedCost | null;
  /** Of the answer that this one goes on from. */
  continuedCorrected: CorrectedCost | null;
}

/** A summary cost what its calls cost together: those for parts of its material, and those that were refused. What any
 *  message cost may have been corrected since. */
export async function withCosts(
  { db }: Pick<Context, "db">,
  rows: readonly MessageWithCost[],
): Promise<CostedMessage[]> {
  const teamId = rows[0]?.message.teamId;
  if (teamId === undefined) return [];
  const calls = await Promise.all(rows.map((row) => callsOf(db, row)));
  const ids = [...calls.flat(), ...rows.flatMap(({ continuedCost }) => continuedCost ?? [])].map(
    ({ callId }) => callId,
  );
  const added = Map.groupBy(await sumCorrections(db, [teamId], [...new Set(ids)]), ({ callId }) => callId);
  const corrections = (callId: string) => added.get(callId) ?? [];
  const corrected = (costs: readonly Pick<CallCost, "callId" | "costPico" | "currency">[]) =>
    costTogether(costs.map((cost) => ({ ...cost, corrections: corrections(cost.callId) })));
  return rows.map((row, at) => {
    const [last, ...parts] = calls[at] ?? [];
    return {
      ...row,
      cost: last ? parts.reduce<CallCost>(addCost, last) : row.cost,
      corrected: corrected(calls[at] ?? []),
      continuedCorrected: row.continuedCost && corrected([row.continuedCost]),
    };
  });
}

/** The last one first. */
async function callsOf(db: Context["db"], { message, cost }: MessageWithCost): Promise<CallCost[]> {
  const isSummary = message.role === "summary" && message.status !== "streaming";
  const calls = isSummary ? await listSummaryCosts(db, message) : [];
  return calls.length > 0 ? calls : cost ? [cost] : [];
}

/** All were calls of one model, so of one currency. */
function addCost(sum: CallCost, next: CallCost): CallCost {
  return {
    ...sum,
    costStatus: leastKnown([sum.costStatus, next.costStatus]),
    estimateMethod: sum.estimateMethod ?? next.estimateMethod,
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
