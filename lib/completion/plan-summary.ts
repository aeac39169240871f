import type { Context } from "@/lib/context";
import { answerRoom } from "@/lib/router/answer-room";
import type { Choice } from "@/lib/router/choice";
import { chooseModel, type ModelName } from "@/lib/router/choose-model";
import { chooseSummaryModel, type SummaryCandidate } from "@/lib/router/choose-summary-model";
import { readOffers } from "./offers";
import { routingInput } from "./routing-input";
import type { UsableModel } from "./usable-models";

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
 *  @throws AppError as `chooseModel` */
export async function planSummary(
  { db, actor }: Pick<Context, "db" | "actor">,
  choice: Choice,
  tokens: number,
): Promise<SummaryPlan> {
  const offers = await readOffers(db, actor.teamId);
  const { models } = offers;
  const routing = chooseModel(choice, routingInput(offers));
  const own = models.find((model) => isNamed(model, routing));
  const chosen = own ? planned(own) : { ...routing, room: null, maxOutputTokens: null };
  // An invented answer is no summary, unless the person talks to the demo anyway.
  const real = models.filter((model) => model.row.vendor !== "demo" || model.provider === routing.provider);
  const { provider, model, room, maxOutputTokens } = chooseSummaryModel<Planned>(
    chosen,
    real.map(planned),
    tokens,
  );
  return { choice: { kind: "model", model: `${provider}/${model}` }, room, maxOutputTokens };
}

function planned({ provider, model, contextLength, described }: UsableModel): Planned {
  if (contextLength === null) return { provider, model, room: null, maxOutputTokens: null };
  const reserve = answerRoom({ contextLength, outputLimit: described.outputLimit });
  return {
    provider,
    model,
    room: Math.floor((contextLength - reserve) * SAFE_SHARE),
    maxOutputTokens: reserve,
  };
}

const isNamed = (model: ModelName, { provider, model: name }: ModelName): boolean =>
  model.provider === provider && model.model === name;
