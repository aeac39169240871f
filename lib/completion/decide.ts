import type { Context } from "@/lib/context";
import { groupsOf } from "@/lib/permissions/groups-of";
import { chooseTitleModel } from "@/lib/router/choose-title-model";
import type { Decision, Option } from "@/lib/router/decision";
import type { ModelName } from "@/lib/router/model-name";
import { route } from "@/lib/router/route";
import { allowedModels } from "./allowed-models";
import { answererOf } from "./answerer-of";
import { countFiles } from "./count-files";
import { findEmbedder } from "./find-embedder";
import type { Offers } from "./offers";
import { lastQuestion } from "./prompt-text";
import { routerCatalogue } from "./router-catalogue";
import { routerHealth } from "./router-health";
import { type AskedQuestion, type CompletionRequest, isQuestion } from "./types";

/** A model that may answer, in a mode. */
export type WayOption = ModelName & Pick<Option, "mode" | "effort">;

/** Who is asked, in which order. */
export interface CallPlan {
  /** Null where nobody's question is routed: a title, a summary. */
  routed: { decision: Decision; asked: AskedQuestion } | null;
  /** The most wanted first. */
  options: readonly WayOption[];
  /** What an answer is expected to take of its key's allowance. */
  tokens: number;
}

interface Asked {
  promptTokens: number;
  now: Date;
}

/** Decides who answers a request.
 *  @throws AppError as `route` */
export function decide(
  { db, actor }: Pick<Context, "db" | "actor">,
  offers: Offers,
  request: CompletionRequest,
  { promptTokens, now }: Asked,
): CallPlan {
  if (request.purpose === "embedding") {
    const option = { ...findEmbedder(offers, request.choice), mode: null, effort: null };
    return { routed: null, options: [option], tokens: promptTokens };
  }
  if (!isQuestion(request.purpose)) {
    const { provider, model } =
      request.purpose === "title"
        ? titleModel(offers, request, now)
        : answererOf(offers, request.choice, now);
    return { routed: null, options: [{ provider, model, mode: null, effort: null }], tokens: promptTokens };
  }
  const { choice, prompt, effort, maxOutputTokens } = request;
  const asked = request.asked ?? alone(lastQuestion(prompt));
  const decision = route(
    {
      ...{ choice, effort, maxOutputTokens, promptTokens },
      ...{ question: asked.question, history: asked.history, before: asked.before },
      ...{ ...countFiles(prompt), groupIds: groupsOf(actor), standIn: asked.standIn !== "no" },
    },
    offers.policy,
    routerCatalogue(offers, now),
    routerHealth(db, actor.teamId, offers, now),
    { left: null },
    now,
  );
  const tokens = promptTokens + decision.estimate.outputTokens;
  return { routed: { decision, asked }, options: [decision, ...decision.fallbacks], tokens };
}

const alone = (question: string): AskedQuestion => ({ question, history: [], before: null, standIn: "no" });

/** A quick and cheap one of the provider that answered. */
function titleModel(offers: Offers, { choice }: CompletionRequest, now: Date): ModelName {
  const candidates = allowedModels(offers, now).map((candidate) => ({
    ...candidate,
    quick: candidate.abilities.reasoning !== "always",
  }));
  return chooseTitleModel(answererOf(offers, choice, now), candidates);
}
