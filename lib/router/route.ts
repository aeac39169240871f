import { AppError } from "@/lib/errors";
import { answerTokens } from "./answer-tokens";
import type { Health, RouterCatalogue, Spend } from "./candidate";
import { classify } from "./classifier/classify";
import { decideMode } from "./decide-mode";
import type { Decision } from "./decision";
import { findNamed } from "./find-named";
import { planOf } from "./plan";
import { findRule } from "./policy/find-rule";
import { permitsMode } from "./policy/permits-mode";
import type { RoutingPolicy, Rule } from "./policy/policy";
import type { RoutingRequest } from "./request";
import type { Round } from "./round";
import { routeMode } from "./route-mode";
import { routeNamed } from "./route-named";

/** Who answers a question, in which mode, who is tried next, and why. Pure, and sooner where `policy` and `catalogue` are
 *  the same objects as the last time: what does not depend on the question is kept beside them.
 *  @param now decides which of a rate's hours hold
 *  @throws AppError `unknown_model`, `model_blocked`, `model_residency` or `model_not_permitted` for a model that was
 *  named, `mode_not_permitted` for a mode that the person may not choose, `no_model` where nobody may answer in it. */
export function route(
  request: RoutingRequest,
  policy: RoutingPolicy,
  catalogue: RouterCatalogue,
  health: Health,
  spend: Spend,
  now: Date,
): Decision {
  const plan = planOf(catalogue, policy);
  const given = { request: counted(request), policy, catalogue, plan, health, spend, now };
  const { choice } = request;
  if (choice.kind === "model") {
    const round = roundOf(given, null, null);
    return routeNamed(round, findNamed(choice.model, round));
  }
  if (!permitsMode(policy, choice.mode)) throw new AppError("mode_not_permitted", { mode: choice.mode });
  const rule = findRule(policy, request);
  const ruled = rule?.then.mode;
  if (ruled !== undefined && permitsMode(policy, ruled))
    return routeMode(roundOf(given, rule, null), { mode: ruled, decidedBy: "rule" }, rule, null);
  if (choice.mode !== "auto")
    return routeMode(roundOf(given, rule, null), { mode: choice.mode, decidedBy: "person" }, rule, null);
  const { question: text, history, attachments } = request;
  const said = classify({ text, history, attachments });
  const round = roundOf(given, rule, said);
  return routeMode(round, decideMode(round, said), rule, said);
}

function roundOf(
  given: Omit<Round, "answerTokens" | "effort">,
  rule: Rule | null,
  said: ReturnType<typeof classify> | null,
): Round {
  return {
    ...given,
    answerTokens: answerTokens(said?.reasons ?? []),
    effort: given.request.effort ?? rule?.then.effort,
  };
}

/** Estimates may be fractions; what is priced is whole. */
function counted(request: RoutingRequest): RoutingRequest {
  const { before } = request;
  return {
    ...request,
    promptTokens: whole(request.promptTokens),
    before: before && { ...before, cachedTokens: whole(before.cachedTokens) },
  };
}

const whole = (count: number): number => Math.max(0, Math.ceil(count));
