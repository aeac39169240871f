import type { MessageWithCost } from "@/db/queries/messages";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import { REASONS, type Reason } from "@/lib/router/classifier/reason";
import type { DecisionSummary } from "@/lib/router/decision-summary";
import type { CorrectedCost } from "@/lib/usage/corrected-cost";
import { statusCorrected } from "@/lib/usage/status-corrected";
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
  routed,
  thumb,
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
    ...(routed && { decision: toSummary(routed) }),
    ...(thumb && { thumb: thumb > 0 ? 1 : -1 }),
    ...(message.reasoningMs === null ? {} : { reasoningMs: message.reasoningMs }),
    ...(message.finishReason === null ? {} : { finishReason: message.finishReason }),
    ...(message.error === null ? {} : { error: message.error }),
    ...(goesOn(message) ? { continues: continuedCost && toPartCost(continuedCost, continuedCorrected) } : {}),
    ...(message.comparison && { comparison: message.comparison }),
    ...(message.summary && { summary: { of: message.summary.of, editedAt: message.summary.editedAt } }),
    ...(cost === null ? {} : costMetadata(cost, corrected)),
  };
}

function toSummary({ ruleId, reasons, ...rest }: NonNullable<MessageWithCost["routed"]>): DecisionSummary {
  // A reason that this version does not know has no words.
  const known = reasons.filter((reason): reason is Reason => REASONS.some((one) => one === reason));
  return { ...rest, reasons: known, ...(ruleId !== null && { ruleId }) };
}

const goesOn = ({ continuesId, continuedLengths }: MessageWithCost["message"]): boolean =>
  continuesId !== null || continuedLengths?.callId !== undefined;

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
