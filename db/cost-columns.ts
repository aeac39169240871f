import { ledger } from "./schema";

/** What a page says of a call's cost. */
export const costColumns = {
  // First, because it is never null: by its first column drizzle tells a joined row from none.
  costStatus: ledger.status,
  callId: ledger.id,
  estimateMethod: ledger.estimateMethod,
  costPico: ledger.costPico,
  currency: ledger.currency,
  demo: ledger.demo,
  ttftMs: ledger.ttftMs,
  durationMs: ledger.durationMs,
  inputTokens: ledger.inputTokens,
  cacheReadTokens: ledger.cacheReadTokens,
  cacheWriteTokens: ledger.cacheWriteTokens,
  outputTokens: ledger.outputTokens,
  reasoningTokens: ledger.reasoningTokens,
};
