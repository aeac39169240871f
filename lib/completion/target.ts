import type { LanguageModelV4 } from "@ai-sdk/provider";
import { listUsableCredentials, type UsableCredential } from "@/db/queries/credentials";
import { listUsableProviders, type ProviderRow } from "@/db/queries/providers";
import { listModeModels } from "@/db/queries/teams";
import { type Book, readBook } from "@/lib/catalogue/book";
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
import { openModel } from "./open-model";
import type { CompletionRequest, Purpose } from "./types";
import { type UsableModel, usable, usableModels } from "./usable-models";

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
  const { db, actor } = context;
  const [rows, credentials, book, stated] = await Promise.all([
    listUsableProviders(db, actor.teamId),
    listUsableCredentials(db, actor.teamId),
    readBook(db, actor.teamId),
    choice.kind === "mode" ? listModeModels(db, actor.teamId) : [],
  ]);
  const models = usableModels(rows, book);
  const now = new Date();
  const routing = chooseModel(choice, routingInput(rows, models, stated));
  const named =
    purpose === "title"
      ? chooseTitleModel(routing, titleCandidates(models, credentials, routing, book, now))
      : routing;
  return prepare(context, { rows, credentials }, models, book, named, routing, purpose, now);
}

export function routingInput(
  rows: readonly ProviderRow[],
  models: readonly UsableModel[],
  stated: readonly { mode: Mode; models: string[] }[],
): RoutingInput {
  const preferences = Object.fromEntries(
    MODES.map((mode) => [mode, stated.find((row) => row.mode === mode)?.models ?? defaultModels(mode)]),
  ) as Record<Mode, readonly string[]>;
  const unlisted = rows.filter((row) => row.models.length === 0).map(({ name }) => name);
  return { candidates: models, unlisted, preferences };
}

async function prepare(
  context: Context,
  { rows, credentials }: { rows: readonly ProviderRow[]; credentials: readonly UsableCredential[] },
  models: readonly UsableModel[],
  book: Book,
  { provider, model: modelId }: ModelName,
  routing: Routing,
  purpose: Purpose,
  now: Date,
): Promise<Target> {
  const row = rows.find(({ name }) => name === provider);
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

function titleCandidates(
  models: readonly UsableModel[],
  credentials: readonly UsableCredential[],
  { provider }: ModelName,
  book: Book,
  now: Date,
) {
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
