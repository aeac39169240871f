import type { MessageWithCost } from "@/db/queries/messages";
import type { CostStatus } from "@/lib/completion/types";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import type { CorrectedCost } from "@/lib/usage/corrected-cost";
import type { MessageMetadata, PartCost, WyeMessage } from "./message";
import type { CostedMessage } from "./with-costs";

/** A summary is the assistant's on the wire; its metadata tells it from an answer. */
export function toUiMessage(row: CostedMessage): WyeMessage {
  const { id, role, reasoning, text } = row.message;
  const parts: WyeMessage["parts"] = [];
  if (reasoning !== "") parts.push({ type: "reasoning", text: reasoning, state: "done" });
  if (text !== "") parts.push({ type: "text", text, state: "done" });
  return { id, role: role === "user" ? role : "assistant", parts, metadata: toMetadata(row) };
}

/** @param row without corrections where it was only just written: it has none */
export function toMetadata({
  message,
  cost,
  continuedCost,
  corrected = null,
  continuedCorrected = null,
}: MessageWithCost & Partial<CostedMessage>): MessageMetadata {
  return {
    parentId: message.parentId,
    status: message.status,
    createdAt: message.createdAt.toISOString(),
    ...(message.model === null ? {} : { model: message.model }),
    ...(message.modelName === null ? {} : { modelName: message.modelName }),
    ...(message.role === "assistant" ? { mode: message.mode } : {}),
    ...(message.reasoningMs === null ? {} : { reasoningMs: message.reasoningMs }),
    ...(message.finishReason === null ? {} : { finishReason: message.finishReason }),
    ...(message.error === null ? {} : { error: message.error }),
    ...(message.continuesId === null
      ? {}
      : { continues: continuedCost && toPartCost(continuedCost, continuedCorrected) }),
    ...(message.summary && { summary: { of: message.summary.of, editedAt: message.summary.editedAt } }),
    ...(cost === null ? {} : costMetadata(cost, corrected)),
  };
}

export function toPartCost(
  cost: NonNullable<MessageWithCost["continuedCost"]>,
  corrected: CorrectedCost | null,
): PartCost {
  return {
    cost: cost.costPico === null ? null : picoToDecimal(BigInt(cost.costPico)),
    currency: cost.currency,
    costStatus: corrected ? statusCorrected(cost) : cost.costStatus,
    ...(corrected && { corrected }),
  };
}

/** What had no price has one now, and is no surer than what was counted. */
function statusCorrected({
  costStatus,
  estimateMethod,
}: NonNullable<MessageWithCost["continuedCost"]>): CostStatus {
  if (costStatus !== "unpriced") return costStatus;
  return estimateMethod === null ? "exact" : "estimated";
}

function costMetadata(
  cost: NonNullable<MessageWithCost["cost"]>,
  corrected: CorrectedCost | null,
): Partial<MessageMetadata> {
  return {
    ...toPartCost(cost, corrected),
    demo: cost.demo,
    usage: {
      input: cost.inputTokens,
      cacheRead: cost.cacheReadTokens,
      cacheWrite: cost.cacheWriteTokens,
      output: cost.outputTokens,
      reasoning: cost.reasoningTokens,
    },
    ttftMs: cost.ttftMs,
    durationMs: cost.durationMs,
  };
}
