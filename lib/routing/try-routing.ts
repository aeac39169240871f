import { listPastDecisions, type PastDecision } from "@/db/queries/past-questions";
import { recordAudit } from "@/lib/audit/record";
import { askedQuestion } from "@/lib/chat/asked-question";
import { readOffers } from "@/lib/completion/offers";
import { routerCatalogue } from "@/lib/completion/router-catalogue";
import { routerHealth } from "@/lib/completion/router-health";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { AmountSums } from "@/lib/money/amount-sums";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { RouterCatalogue } from "@/lib/router/candidate";
import type { Decision } from "@/lib/router/decision";
import { nameOf } from "@/lib/router/model-name";
import type { RoutingPolicy } from "@/lib/router/policy/policy";
import type { RoutingRequest } from "@/lib/router/request";
import { route } from "@/lib/router/route";
import { answeringNow } from "./answering-now";
import { checkRouting } from "./check-routing";
import type { Answerer, DryRun, DryRunPage, RoutedOtherwise } from "./dry-run";
import { readRouting } from "./read-routing";
import type { TeamRouting } from "./routing-input";
import { withPreferences } from "./with-preferences";

export const DRY_RUN_PAGE = 100;

interface Way {
  policy: RoutingPolicy;
  catalogue: RouterCatalogue;
}

/** What the team's newest questions, or those before one, would come to under what is wanted instead of what stands.
 *  Each is routed anew both ways, so that nothing counts but what was changed; as if nothing were out of order now.
 *  @throws AppError `forbidden`; `invalid_input` as `checkRouting` */
export async function tryRouting(
  context: Context,
  { wanted, beforeId }: { wanted: TeamRouting; beforeId: string | null },
): Promise<DryRunPage> {
  requirePermission(context.actor, "mode:write");
  const { db, actor } = context;
  const now = new Date();
  const [offers, before, decisions] = await Promise.all([
    readOffers(db, actor.teamId),
    readRouting(db, actor.teamId),
    listPastDecisions(db, actor.teamId, beforeId, DRY_RUN_PAGE + 1),
  ]);
  const { policy, modes } = await checkRouting(context, wanted, before);
  if (beforeId === null) await noteExpressions(context, policy);
  const catalogue = routerCatalogue(offers, now);
  const stands: Way = { policy: before.policy, catalogue: withPreferences(catalogue, before.modes) };
  const wished: Way = { policy, catalogue: withPreferences(catalogue, modes) };
  const page = decisions.slice(0, DRY_RUN_PAGE);
  const nextBeforeId = decisions.length > page.length ? (page.at(-1)?.id ?? null) : null;
  return {
    ...compare(page, stands, wished, now),
    answering: answeringNow(offers, { policy, modes }, routerHealth(db, actor.teamId, offers, now), now),
    nextBeforeId,
  };
}

/** Counts tell whoever tries enough expressions what people wrote: who tries them leaves them in the audit. */
async function noteExpressions(context: Context, { rules }: RoutingPolicy): Promise<void> {
  const expressions = rules.flatMap(({ when, enabled }) => (enabled ? (when.matches ?? []) : []));
  if (expressions.length > 0) await recordAudit(context, { action: "routing.try", after: { expressions } });
}

function compare(page: readonly PastDecision[], stands: Way, wished: Way, now: Date): DryRun {
  const changes = new Map<string, RoutedOtherwise>();
  const rules: Record<string, number> = {};
  const [actual, wouldBe] = [new AmountSums(), new AmountSums()];
  const counts = { gone: 0, compared: 0, estimated: 0 };
  for (const past of page) {
    const request = toRequest(past);
    if (request === null) {
      counts.gone += 1;
      continue;
    }
    const [was, would] = [routed(request, stands, now), routed(request, wished, now)];
    if (would?.ruleId) rules[would.ruleId] = (rules[would.ruleId] ?? 0) + 1;
    const isSame = isSameWay(was, would);
    if (!isSame) count(changes, answererOf(was) ?? answeredBy(past), answererOf(would));
    const costs = isSame || isAsItWas(would, past) ? past.costs : estimateOf(would);
    if (past.costs.length === 0 || costs.length === 0) continue;
    counts.compared += 1;
    if (costs !== past.costs) counts.estimated += 1;
    for (const { currency, pico } of past.costs) actual.add(currency, BigInt(pico));
    for (const { currency, pico } of costs) wouldBe.add(currency, BigInt(pico));
  }
  return {
    questions: page.length,
    ...counts,
    since: page.at(-1)?.at.toISOString() ?? null,
    changes: [...changes.values()].sort((a, b) => b.questions - a.questions),
    ...{ rules, actual: actual.list(), wouldBe: wouldBe.list() },
  };
}

function toRequest(past: PastDecision): RoutingRequest | null {
  const { path, choice, signals, effort, maxOutputTokens, groupIds } = past;
  if (path.at(-1)?.role !== "user") return null;
  const asked = askedQuestion({ path, aboveSummary: [], mayStandIn: false }, {});
  return {
    ...{ choice, question: asked.question, history: asked.history, before: asked.before },
    ...{ attachments: signals.attachments, images: signals.images, promptTokens: signals.promptTokens },
    ...{ effort: effort ?? undefined, maxOutputTokens: maxOutputTokens ?? undefined },
    ...{ groupIds, standIn: false },
  };
}

/** Null where nobody would have answered. */
function routed(request: RoutingRequest, { policy, catalogue }: Way, now: Date): Decision | null {
  try {
    return route(request, policy, catalogue, new Map(), { left: null }, now);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

const isSameWay = (a: Decision | null, b: Decision | null): boolean =>
  a === null || b === null ? a === b : nameOf(a) === nameOf(b) && a.mode === b.mode && a.effort === b.effort;

const isAsItWas = (would: Decision | null, past: PastDecision): boolean =>
  would !== null && nameOf(would) === nameOf(past) && would.mode === past.mode;

const answererOf = (decision: Decision | null): Answerer | null =>
  decision && { model: nameOf(decision), mode: decision.mode };
const answeredBy = (past: PastDecision): Answerer => ({ model: nameOf(past), mode: past.mode });

function estimateOf(decision: Decision | null): PastDecision["costs"] {
  const { costPico = null, currency = null } = decision?.estimate ?? {};
  return costPico === null || currency === null ? [] : [{ currency, pico: costPico.toString() }];
}

function count(changes: Map<string, RoutedOtherwise>, from: Answerer, to: Answerer | null): void {
  const key = JSON.stringify([from, to]);
  const known = changes.get(key);
  if (known) known.questions += 1;
  else changes.set(key, { from, to, questions: 1 });
}
