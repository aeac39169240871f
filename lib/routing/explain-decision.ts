import { sumCorrections } from "@/db/queries/corrections";
import { type DecisionRow, findDecision, listAnswerCalls } from "@/db/queries/decision-stories";
import { findRoutingPolicy } from "@/db/queries/routing-policies";
import type { MessageRef } from "@/lib/chat/message-ref";
import type { CostStatus, Outcome } from "@/lib/completion/types";
import type { Context } from "@/lib/context";
import { AppError, type ErrorCode, toErrorCode } from "@/lib/errors";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { Choice, Mode } from "@/lib/router/choice";
import { REASONS, type Reason } from "@/lib/router/classifier/reason";
import type { DecidedBy } from "@/lib/router/decision";
import type { DecisionNotes } from "@/lib/router/decision-notes";
import { RoutingPolicy } from "@/lib/router/policy/policy";
import { type CorrectedCost, costTogether } from "@/lib/usage/corrected-cost";
import { statusCorrected } from "@/lib/usage/status-corrected";

/** An exact decimal in `currency`; null: unpriced. */
interface Amount {
  cost: string | null;
  currency: string | null;
}

/** One call that was made for an answer. Models are named `provider/model` throughout. */
export interface AnswerCall extends Amount {
  model: string;
  outcome: Outcome;
  error: ErrorCode | null;
  /** It had said something before it ended. */
  said: boolean;
  costStatus: CostStatus;
  /** What it costs by now, where that was corrected; null: it was not. */
  corrected: CorrectedCost | null;
  durationMs: number;
}

/** Why an answer came from whom it came. */
export interface DecisionView {
  choice: Choice;
  decidedBy: DecidedBy;
  /** The team's rule; its name is null once the rule is gone, "" where it has none. */
  rule: { name: string | null } | null;
  mode: Mode | null;
  model: string;
  /** Of the mode that was taken; null where nobody had to guess. */
  confidence: number | null;
  reasons: readonly Reason[];
  estimate: Amount & { ms: number | null };
  /** The last one answered, unless all failed. */
  calls: readonly AnswerCall[];
  alternatives: readonly (Amount & { model: string; mode: Mode | null; ms: number | null })[];
  leftOut: readonly { model: string; because: string }[];
  /** What of a vendor's prompt cache was thrown away by leaving its model. */
  cacheLoss: Amount | null;
}

/** Tells how an answer was routed, and what it took.
 *  @throws AppError `not_found` unless it is an answer of this person's whose decision is kept. */
export async function explainDecision(context: Context, ref: MessageRef): Promise<DecisionView> {
  requirePermission(context.actor, "chat:use");
  const { db, actor } = context;
  const row = await findDecision(db, actor, ref);
  if (!row) throw new AppError("not_found");
  const [calls, rule] = await Promise.all([
    callsOf(context, ref.messageId),
    row.notes.ruleId === null ? null : ruleOf(context, row.notes.ruleId),
  ]);
  return { ...toView(row), rule, calls };
}

async function callsOf({ db, actor }: Context, messageId: string): Promise<AnswerCall[]> {
  const rows = await listAnswerCalls(db, actor.teamId, messageId);
  const ids = rows.map(({ callId }) => callId);
  const added = Map.groupBy(await sumCorrections(db, [actor.teamId], ids), ({ callId }) => callId);
  return rows.map((row) => {
    return toCall(row, costTogether([{ ...row, corrections: added.get(row.callId) ?? [] }]));
  });
}

async function ruleOf({ db, actor }: Context, ruleId: string): Promise<DecisionView["rule"]> {
  const policy = RoutingPolicy.safeParse(await findRoutingPolicy(db, actor.teamId));
  return { name: policy.data?.rules.find(({ id }) => id === ruleId)?.name ?? null };
}

const nameOf = ({ provider, model }: { provider: string; model: string }) => `${provider}/${model}`;
const decimalOf = (pico: string | null) => (pico === null ? null : picoToDecimal(BigInt(pico)));
const isReason = (word: string): word is Reason => REASONS.some((reason) => reason === word);

function toView(row: DecisionRow): Omit<DecisionView, "rule" | "calls"> {
  const { notes } = row;
  return {
    choice: row.choice,
    decidedBy: row.decidedBy,
    mode: row.mode,
    model: nameOf(row),
    confidence: notes.confidence,
    reasons: notes.reasons.filter(isReason),
    estimate: { cost: decimalOf(row.estimatePico), currency: row.currency, ms: row.estimateMs },
    alternatives: notes.alternatives.map(toAlternative),
    leftOut: notes.leftOut.map((left) => ({ model: nameOf(left), because: left.because })),
    cacheLoss: notes.cacheLoss && {
      cost: decimalOf(notes.cacheLoss.costPico),
      currency: notes.cacheLoss.currency,
    },
  };
}

const toAlternative = (option: DecisionNotes["alternatives"][number]) => ({
  model: nameOf(option),
  mode: option.mode,
  cost: decimalOf(option.costPico),
  currency: option.currency,
  ms: option.ms,
});

function toCall(
  row: Awaited<ReturnType<typeof listAnswerCalls>>[number],
  corrected: CorrectedCost | null,
): AnswerCall {
  return {
    model: nameOf({ provider: row.provider ?? row.vendor, model: row.model }),
    outcome: row.outcome,
    error: row.errorCode === null ? null : toErrorCode(row.errorCode),
    said: row.outputTokens > 0,
    cost: decimalOf(row.costPico),
    currency: row.currency,
    costStatus: corrected ? statusCorrected(row) : row.costStatus,
    corrected,
    durationMs: row.durationMs,
  };
}
