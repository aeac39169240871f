import type { LanguageModelV4 } from "@ai-sdk/provider";
import type { UsableCredential } from "@/db/queries/credentials";
import { chargedRate } from "@/lib/catalogue/charged-rate";
import { defaultModels } from "@/lib/catalogue/default-models";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { Rate } from "@/lib/pricing/rate";
import { openConnection } from "@/lib/providers/connection";
import { keysInUse } from "@/lib/providers/keys-in-use";
import { pickCredential } from "@/lib/providers/pick-credential";
import { vendorById } from "@/lib/providers/registry";
import type { Vendor } from "@/lib/providers/vendor";
import { MODES, type Mode } from "@/lib/router/choice";
import { chooseModel, type ModelName, type Routing, type RoutingInput } from "@/lib/router/choose-model";
import { chooseTitleModel } from "@/lib/router/choose-title-model";
import type { ModelAbilities } from "@/lib/router/model-abilities";
import { type Thinking, thinkingOf } from "@/lib/router/thinking";
import { type Offers, readOffers } from "./offers";
import { openModel } from "./open-model";
import type { CompletionRequest, Purpose } from "./types";
import { usable } from "./usable-models";

/** The model that answers, ready to be called. */
export interface Target {
  vendor: Vendor;
  providerId: string;
  /** The key it is called with; null for a provider that has none. */
  credential: UsableCredential | null;
  modelId: string;
  /** The id by which rules know it: of a deployment, the model's. */
  knownAs: string;
  /** `provider/model`, as people and scripts name it. */
  name: string;
  displayName: string;
  mode: Mode | null;
  model: LanguageModelV4;
  rate: Rate | null;
  /** Whether it is to think first, where nobody says how much. */
  thinking: Thinking;
  abilities: ModelAbilities;
}

type Asked = Pick<CompletionRequest, "choice" | "purpose">;

/** A target under way, and what it was chosen for. */
export interface PreparedTarget {
  asked: Asked;
  target: Promise<Target>;
}

/** Begins to route a request that is not whole yet. A failure waits for `complete`. */
export function prepareTarget(context: Context, asked: Asked): PreparedTarget {
  const target = chooseTarget(context, asked);
  target.catch(() => undefined);
  return { asked, target };
}

/** Routes a request to a connected model.
 *  @throws AppError as `chooseModel`; `unknown_model` for a vendor this version does not know. */
export async function chooseTarget(context: Context, { choice, purpose }: Asked): Promise<Target> {
  const offers = await readOffers(context.db, context.actor.teamId);
  const now = new Date();
  const routing = chooseModel(choice, routingInput(offers));
  const named =
    purpose === "title" ? chooseTitleModel(routing, titleCandidates(offers, routing, now)) : routing;
  return prepare(context, offers, named, routing, purpose, now);
}

export function routingInput({ providers, models, stated }: Offers): RoutingInput {
  const preferences = Object.fromEntries(
    MODES.map((mode) => [mode, stated.find((row) => row.mode === mode)?.models ?? defaultModels(mode)]),
  ) as Record<Mode, readonly string[]>;
  const unlisted = providers.filter((row) => row.models.length === 0).map(({ name }) => name);
  return { candidates: models, unlisted, preferences };
}

async function prepare(
  context: Context,
  { providers, credentials, book, models }: Offers,
  { provider, model: modelId }: ModelName,
  routing: Routing,
  purpose: Purpose,
  now: Date,
): Promise<Target> {
  const row = providers.find(({ name }) => name === provider);
  const vendor = row && vendorById(row.vendor);
  // Where a provider keeps no list, any name may exist there but one that was hidden.
  if (!row || !vendor || book.isHidden(row.vendor, modelId))
    throw new AppError("unknown_model", { model: `${provider}/${modelId}` });
  const found = models.find((model) => model.provider === provider && model.model === modelId);
  const { described } = found ?? usable(row, modelId, book);
  const usableKeys = credentials.filter(
    ({ teamId, providerId }) => teamId === row.teamId && providerId === row.id,
  );
  const credential = await pickCredential(context.db, usableKeys, now);
  // What is written about a conversation needs no thinking first, and has no mode.
  const mode = purpose === "chat" ? routing.mode : null;
  return {
    vendor,
    providerId: row.id,
    modelId,
    knownAs: described.knownAs,
    name: `${provider}/${modelId}`,
    displayName: described.displayName,
    mode,
    credential,
    model: openModel(vendor, row, credential, await openConnection(context, row, credential), described),
    rate: book.rate(row.vendor, modelId, now, credential?.id),
    thinking: purpose === "chat" ? thinkingOf(mode) : "off",
    abilities: described,
  };
}

function titleCandidates({ models, credentials, book }: Offers, { provider }: ModelName, now: Date) {
  return models
    .filter((candidate) => candidate.provider === provider)
    .map((candidate) => ({
      ...candidate,
      quick: candidate.described.reasoning !== "always",
      rate: chargedRate(
        book,
        candidate.row.vendor,
        candidate.model,
        keysInUse(candidate.row, credentials),
        now,
      ).rate,
    }));
}
