import { chooseModel } from "@/lib/router/choose-model";
import { chooseTitleModel } from "@/lib/router/choose-title-model";
import type { Decision, Option } from "@/lib/router/decision";
import type { ModelName } from "@/lib/router/model-name";
import { route } from "@/lib/router/route";
import type { Offers } from "./offers";
import { lastQuestion } from "./prompt-text";
import { routerCatalogue } from "./router-catalogue";
import { routingInput } from "./routing-input";
import type { AskedQuestion, CompletionRequest } from "./types";

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
 *  @throws AppError as `route` and `chooseModel` */
export function decide(offers: Offers, request: CompletionRequest, { promptTokens, now }: Asked): CallPlan {
  if (request.purpose !== "chat") {
    const named = request.purpose === "title" ? titleModel(offers, request, now) : writer(offers, request);
    return { routed: null, options: [{ ...named, mode: null, effort: null }], tokens: promptTokens };
  }
  const { choice, prompt, effort, maxOutputTokens } = request;
  const asked = request.asked ?? alone(lastQuestion(prompt));
  const decision = route(
    {
      ...{ choice, effort, maxOutputTokens, promptTokens },
      ...{ question: asked.question, history: asked.history, before: asked.before },
      ...{ attachments: 0, images: 0, groupIds: [], standIn: asked.standIn !== "no" },
    },
    offers.policy,
    routerCatalogue(offers, now),
    new Map(),
    { left: null },
    now,
  );
  const tokens = promptTokens + decision.estimate.outputTokens;
  return { routed: { decision, asked }, options: [decision, ...decision.fallbacks], tokens };
}

const alone = (question: string): AskedQuestion => ({ question, history: [], before: null, standIn: "no" });

const writer = (offers: Offers, { choice }: CompletionRequest): ModelName =>
  chooseModel(choice, routingInput(offers));

/** A quick and cheap one of the provider that answered. */
function titleModel(offers: Offers, request: CompletionRequest, now: Date): ModelName {
  const answeredBy = writer(offers, request);
  const candidates = offers.models
    .filter(({ provider }) => provider === answeredBy.provider)
    .map((candidate) => ({
      ...candidate,
      quick: candidate.described.reasoning !== "always",
      rate: offers.book.rate(candidate.row.vendor, candidate.model, now),
    }));
  return chooseTitleModel(answeredBy, candidates);
}
