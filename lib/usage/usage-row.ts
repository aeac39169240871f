import type { LedgerRow } from "@/db/queries/ledgers";
import { type ErrorCode, toErrorCode } from "@/lib/errors";
import type { ReportedAmount } from "@/lib/exchange/report-amount";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import type { Bucket } from "@/lib/pricing/buckets";
import type { CallTerms } from "@/lib/pricing/choose-schedule";
import { type CorrectedCost, costTogether } from "./corrected-cost";
import { type PriceLine, toPriceLines } from "./price-lines";

type CommonBucket = "input" | "cacheRead" | "cacheWrite" | "output" | "reasoning";

/** One call to a model, as `usage list` prints it and the ledger page shows it. */
export interface UsageRow {
  id: string;
  /** When the call began, ISO 8601. */
  at: string;
  /** The team's name, or its id once nobody knows the name. */
  team: string;
  /** The person's e-mail, or their id once nobody knows it. */
  user: string;
  /** The id of the key that a program came with; null: a person asked. */
  key: string | null;
  vendor: string;
  model: string;
  mode: LedgerRow["mode"];
  purpose: LedgerRow["purpose"];
  outcome: LedgerRow["outcome"];
  status: LedgerRow["status"];
  /** Disjoint: `output` excludes `reasoning`, `input` excludes both cache buckets. The five that every text has; the
   *  others where there were any. */
  usage: Record<CommonBucket, number> & Partial<Record<Bucket, number>>;
  /** Exact decimal in `currency`; null when unpriced. */
  cost: string | null;
  currency: string | null;
  ttftMs: number | null;
  durationMs: number;
  /** The call whose cost this row corrects: then `cost` is what is added to it, `user` is who did it, and nothing is
   *  counted again. Null: the row is a call. */
  corrects: string | null;
  /** Why it was corrected. */
  reason: string | null;
  /** What the call costs with its corrections, in each currency that is not taken back; null if it has none. */
  corrected: CorrectedCost | null;
}

/** What the page shows beyond that. */
export interface UsageEntry extends UsageRow {
  /** Null once the person is gone. */
  userName: string | null;
  demo: boolean;
  errorCode: ErrorCode | null;
  estimateMethod: string | null;
  /** How the cost comes about; empty when there is no price. */
  lines: PriceLine[];
  /** Which price was used. */
  rateVersion: string | null;
  /** The cost in the team's reporting currency, if it has one and the vendor charges in another. */
  reported: ReportedAmount | null;
}

export interface Names {
  /** Sums per currency, by the call that they correct. */
  corrections: ReadonlyMap<string, readonly { currency: string; costPico: string }[]>;
  teams: ReadonlyMap<string, string>;
  people: ReadonlyMap<string, { name: string; email: string }>;
}

export function toUsageRow(row: LedgerRow, names: Names): UsageRow {
  const { id, vendor, model, mode, purpose, outcome, status, currency, ttftMs, durationMs } = row;
  return {
    id,
    at: row.at.toISOString(),
    team: names.teams.get(row.teamId) ?? row.teamId,
    user: names.people.get(row.personId)?.email ?? row.personId,
    key: row.keyId,
    vendor,
    model,
    mode,
    purpose,
    outcome,
    status,
    usage: {
      ...usedOf(bucketsOf(row)),
      input: row.inputTokens,
      cacheRead: row.cacheReadTokens,
      cacheWrite: row.cacheWriteTokens,
      output: row.outputTokens,
      reasoning: row.reasoningTokens,
    },
    cost: row.costPico === null ? null : picoToDecimal(BigInt(row.costPico)),
    currency,
    ttftMs,
    durationMs,
    corrects: row.correctsId,
    reason: row.reason,
    corrected: costTogether([{ ...row, corrections: names.corrections.get(id) ?? [] }]),
  };
}

export function toUsageEntry(row: LedgerRow, names: Names, reported: ReportedAmount | null): UsageEntry {
  return {
    ...toUsageRow(row, names),
    userName: names.people.get(row.personId)?.name ?? null,
    demo: row.demo,
    errorCode: row.errorCode === null ? null : toErrorCode(row.errorCode),
    estimateMethod: row.estimateMethod,
    lines:
      row.costPico === null || row.correctsId !== null
        ? []
        : toPriceLines(bucketsOf(row), row.rate, termsOf(row)),
    rateVersion: row.rate?.version ?? null,
    reported,
  };
}

const usedOf = (counts: Record<Bucket, number>): Partial<Record<Bucket, number>> =>
  Object.fromEntries(Object.entries(counts).filter(([bucket, count]) => count > 0 && bucket !== "requests"));

export const bucketsOf = (row: LedgerRow): Record<Bucket, number> => ({
  input: row.inputTokens,
  cacheRead: row.cacheReadTokens,
  cacheWrite: row.cacheWriteTokens,
  output: row.outputTokens,
  reasoning: row.reasoningTokens,
  audioInput: row.audioInputTokens,
  audioOutput: row.audioOutputTokens,
  images: row.images,
  cacheWrite1h: row.cacheWrite1hTokens,
  audioCacheRead: row.audioCacheReadTokens,
  imageInput: row.imageInputTokens,
  imageOutput: row.imageOutputTokens,
  webSearches: row.webSearches,
  requests: row.requests,
});

export const termsOf = ({
  at,
  durationMs,
  serviceTier,
}: Pick<LedgerRow, "at" | "durationMs" | "serviceTier">): CallTerms => ({
  startedAt: at,
  endedAt: new Date(at.getTime() + durationMs),
  serviceTier,
});
