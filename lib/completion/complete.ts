import { setTimeout as sleep } from "node:timers/promises";
import type { CallDecision } from "@/db/queries/calls";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { log } from "@/lib/log";
import { requirePermission } from "@/lib/permissions/require-permission";
import { requireStandingTeam } from "@/lib/permissions/require-standing-team";
import { summaryOf } from "@/lib/router/decision-summary";
import { nameOf } from "@/lib/router/model-name";
import { alternativeTo } from "./alternative-to";
import { callOnce, type EndedCall } from "./call-once";
import { countFiles } from "./count-files";
import type { CallPlan } from "./decide";
import { decisionRow } from "./decision-row";
import { limitOffers, limitPlan, requireMode } from "./limit-offers";
import { type Offers, readOffersFor } from "./offers";
import { patienceFor } from "./patience";
import { type PlannedCall, planCall } from "./plan-call";
import { requireTerms } from "./require-terms";
import { routerHealth } from "./router-health";
import { isInterrupted } from "./stop-reason";
import { openTarget } from "./target";
import type { CompletionRequest, CompletionResult, CompletionSink, RouteTaken } from "./types";
import { type NextWay, WaySearch } from "./way-search";

interface Given {
  /** Read ahead, by a caller that had something to wait for before it could ask. */
  offers?: Promise<Offers>;
  /** Decided ahead, of these offers and this request. */
  planned?: PlannedCall;
  /** Of an answer that broke off, which this one goes on from: what was tried for it is tried last. */
  route?: RouteTaken;
}

/** The gate: every call to a model, whoever makes it, goes through here and leaves exactly one ledger row. Before its
 *  first word a call that fails for no fault of the question is followed by another: of the next key, the next host, the
 *  next model. A vendor's failure is a result, not an exception: it was a call, and it has a row.
 *  @throws AppError `forbidden`, `team_ending`, and as `decide`: nothing was sent. */
export async function complete(
  context: Context,
  request: CompletionRequest,
  sink: CompletionSink,
  { offers: reading, planned, route }: Given = {},
): Promise<CompletionResult> {
  requirePermission(context.actor, "chat:use");
  requireStandingTeam(context.actor);
  const untilMs = performance.now() + env().WYE_FAILOVER_LIMIT_SECONDS * 1000;
  requireMode(request.choice, context.key);
  const all = await (reading ?? readOffersFor(context.db, context.actor));
  const offers = limitOffers(all, context.key);
  await requireTerms(context, offers);
  const { plan: whole, promptTokens } = planned ?? planCall(context, offers, request);
  const plan = limitPlan(whole, offers, context.key);
  const search = new WaySearch(offers, plan, {
    ...{ promptTokens, untilMs },
    again: request.purpose !== "title",
    namedLast: plan.routed?.asked.standIn === "now" && request.choice.kind === "model",
    attempts: route?.attempts ?? [],
  });
  const taken = { decisionId: plan.routed && (route?.decisionId ?? newId()), calls: route?.calls ?? 0 };
  const ask = (next: NextWay) =>
    askOn(context, request, sink, { offers, plan, next, taken, promptTokens, untilMs });
  const { ended, stopped } = await searchOn(context, request, search, ask);
  const result = { ...ended.result, route: { ...taken, attempts: search.attempts } };
  if (stopped) {
    const outcome = isInterrupted(request.signal.reason) ? "interrupted" : "stopped";
    return { ...result, outcome, error: null };
  }
  const asked = plan.routed?.asked;
  if (asked?.standIn !== "no" || !result.error || ended.said || request.choice.kind !== "model")
    return result;
  const alternative = alternativeTo(context, offers, request, asked, search.attempts, promptTokens);
  return alternative === null ? result : { ...result, error: { ...result.error, alternative } };
}

/** Asks, one way after the other, until one has said something, or none is left.
 *  @returns the last call; `stopped`: before the next could begin */
async function searchOn(
  { db }: Context,
  { signal }: CompletionRequest,
  search: WaySearch,
  ask: (next: NextWay) => Promise<EndedCall | RangeError>,
): Promise<{ ended: EndedCall; stopped: boolean }> {
  let ended: EndedCall | null = null;
  let unopened: RangeError | null = null;
  for (let next = await search.next(db); next; next = await search.next(db)) {
    if (ended) {
      log().info({ model: next.way.model, provider: next.way.row.name, waitMs: next.waitMs }, "asking on");
      if (next.waitMs > 0) await sleep(next.waitMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return { ended, stopped: !(signal.reason instanceof AppError) };
    }
    const called = await ask(next);
    if (called instanceof RangeError) {
      unopened = called;
      search.failed(next.way, null);
      continue;
    }
    ended = called;
    if (called.result.outcome !== "failed") break;
    search.failed(next.way, called.error, called.said);
    if (called.said) break;
    if (signal.aborted) return { ended, stopped: !(signal.reason instanceof AppError) };
  }
  if (!ended) throw unopened ?? new AppError("no_model");
  return { ended, stopped: false };
}

interface Asking {
  offers: Offers;
  plan: CallPlan;
  next: NextWay;
  /** Counted on with each call. */
  taken: { decisionId: string | null; calls: number };
  promptTokens: number;
  untilMs: number;
}

/** @returns RangeError when the way could not be gone: nothing was sent */
async function askOn(
  context: Context,
  request: CompletionRequest,
  sink: CompletionSink,
  { offers, plan, next, taken, promptTokens, untilMs }: Asking,
): Promise<EndedCall | RangeError> {
  const { routed, tokens } = plan;
  const opening = openTarget(context, offers, next.way, request, new Date());
  const target = await opening.catch((error: unknown) => {
    if (!(error instanceof RangeError)) throw error;
    log().error({ err: error, provider: next.way.row.name }, "a key could not be opened");
    return error;
  });
  if (target instanceof RangeError) return target;
  const [field] = target.own ? [] : (request.program?.untranslated ?? []);
  if (field !== undefined) throw new AppError("unsupported_field", { field, model: target.name });
  let decision: CallDecision | null = null;
  if (routed && taken.decisionId !== null) {
    const files = countFiles(request.prompt);
    const facts = { id: taken.decisionId, choice: request.choice, promptTokens, files, asked: routed.asked };
    decision =
      taken.calls === 0
        ? { decide: decisionRow(routed.decision, facts) }
        : { goOn: { decisionId: taken.decisionId, hops: taken.calls } };
  }
  taken.calls++;
  const summary = routed && summaryOf(routed.decision);
  const health = routerHealth(context.db, context.actor.teamId, offers, new Date());
  const usualMs = health.get(nameOf(next.way.option))?.ttftMs ?? null;
  const patience = patienceFor({ next, target, request, promptTokens, usualMs, untilMs });
  const terms = { promptTokens, tokens, decision, summary, probing: next.probing, patience };
  return callOnce(context, request, target, terms, sink);
}
