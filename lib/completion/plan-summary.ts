import type { Context } from "@/lib/context";
import { answerRoom } from "@/lib/router/answer-room";
import type { RouterCandidate } from "@/lib/router/candidate";
import type { Choice } from "@/lib/router/choice";
import { chooseSummaryModel, type SummaryCandidate } from "@/lib/router/choose-summary-model";
import { nameOf } from "@/lib/router/model-name";
import { allowedModels } from "./allowed-models";
import { answererOf } from "./answerer-of";
import { readOffersFor } from "./offers";
import { routerHealth } from "./router-health";

export interface SummaryPlan {
  choice: Choice;
  /** Tokens of material for one call; null: it is not known how many it takes. */
  room: number | null;
  maxOutputTokens: number | null;
}

/** Counts here are estimates, and the instruction takes some room too. */
const SAFE_SHARE = 0.8;

interface Planned extends SummaryCandidate {
  maxOutputTokens: number | null;
}

/** Who summarises `tokens` of material for a choice, and in which portions.
 *  @throws AppError as `route` */
export async function planSummary(
  { db, actor }: Pick<Context, "db" | "actor">,
  choice: Choice,
  tokens: number,
): Promise<SummaryPlan> {
  const offers = await readOffersFor(db, actor);
  const now = new Date();
  const models = allowedModels(offers, now);
  const health = routerHealth(db, actor.teamId, offers, now);
  const answerer = answererOf(offers, choice, now, health);
  const own = models.find((model) => nameOf(model) === nameOf(answerer));
  const { provider } = answerer;
  const chosen = own ? planned(own) : { provider, model: answerer.model, room: null, maxOutputTokens: null };
  const isDown = (model: RouterCandidate) => health.get(nameOf(model))?.state === "open";
  // An invented answer is no summary, unless the person talks to the demo anyway.
  const real = models.filter((model) => (!model.demo || model.provider === provider) && !isDown(model));
  const { room, maxOutputTokens, ...summariser } = chooseSummaryModel<Planned>(
    chosen,
    real.map(planned),
    tokens,
  );
  return { choice: { kind: "model", model: nameOf(summariser) }, room, maxOutputTokens };
}

function planned({ provider, model, contextLength, abilities }: RouterCandidate): Planned {
  if (contextLength === null) return { provider, model, room: null, maxOutputTokens: null };
  const reserve = answerRoom({ contextLength, outputLimit: abilities.outputLimit });
  return {
    provider,
    model,
    room: Math.floor((contextLength - reserve) * SAFE_SHARE),
    maxOutputTokens: reserve,
  };
}
