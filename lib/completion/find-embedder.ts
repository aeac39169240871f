import type { ProviderRow } from "@/db/queries/providers";
import { EMBEDDING_MODELS } from "@/lib/catalogue/data/embedding-models";
import { AppError } from "@/lib/errors";
import { vendorById } from "@/lib/providers/registry";
import { standingProviders } from "@/lib/providers/standing-providers";
import { CHOSEN_MODES, type Choice } from "@/lib/router/choice";
import { type ModelName, nameOf } from "@/lib/router/model-name";
import { type Forbidden, forbidden } from "@/lib/router/policy/forbidden";
import type { Offers } from "./offers";
import { placeOf } from "./router-catalogue";

export interface Embedder extends ModelName {
  row: ProviderRow;
}

/** The known models that make embeddings at the connected providers, and that the policy allows. */
export function embedders(offers: Offers): Embedder[] {
  return standingProviders(offers.providers)
    .filter(({ vendor }) => makesEmbeddings(vendor))
    .flatMap((row) =>
      (EMBEDDING_MODELS[row.vendor] ?? []).map((model) => ({ provider: row.name, model, row })),
    )
    .filter(
      ({ row, model }) => !offers.book.isHidden(row.vendor, model) && refusal(offers, row, model) === null,
    );
}

/** Who makes the embeddings that are asked for: `provider/model`, whether or not the catalogue knows it, or the name of a
 *  known model that one provider has.
 *  @throws AppError `unknown_model`; `no_embeddings` for a model that answers questions, and at a vendor that makes none;
 *  `invalid_input` for a name that several have; and as the policy has it */
export function findEmbedder(offers: Offers, choice: Choice): ModelName {
  const name = choice.kind === "model" ? choice.model : choice.mode;
  if (CHOSEN_MODES.some((mode) => mode === name)) throw new AppError("no_embeddings", { model: name });
  const { row, model } = inProvider(offers, name) ?? alone(offers, name);
  const isKnown = EMBEDDING_MODELS[row.vendor]?.includes(model) ?? false;
  const answers = offers.models.some((one) => one.provider === row.name && one.model === model);
  if (!makesEmbeddings(row.vendor) || (answers && !isKnown && !/embed/i.test(model)))
    throw new AppError("no_embeddings", { model: name });
  const refused = refusal(offers, row, model);
  if (refused !== null) throw new AppError(REFUSALS[refused], { model: name });
  return { provider: row.name, model };
}

const REFUSALS = {
  residency: "model_residency",
  "not-permitted": "model_not_permitted",
  blocked: "model_blocked",
  "not-allowed": "model_blocked",
} as const satisfies Record<Forbidden, string>;

function inProvider({ providers }: Offers, name: string): Embedder | null {
  const row = standingProviders(providers).find(
    (one) => name.startsWith(`${one.name}/`) && name.length > one.name.length + 1,
  );
  return row ? { row, provider: row.name, model: name.slice(row.name.length + 1) } : null;
}

/** A model that is named without its provider. */
function alone(offers: Offers, name: string): Embedder {
  const found = embedders(offers).filter(({ model }) => model === name);
  const [only, ...more] = found;
  if (only && more.length === 0) return only;
  if (more.length > 0)
    throw new AppError("invalid_input", {
      field: "model",
      problem: `may be ${found.map(nameOf).join(" or ")}`,
    });
  const answers = offers.models.some(({ model }) => model === name);
  throw new AppError(answers ? "no_embeddings" : "unknown_model", { model: name });
}

function refusal(offers: Offers, row: ProviderRow, model: string): Forbidden | null {
  const { residency } = placeOf(row, offers);
  return forbidden(offers.policy, { provider: row.name, vendor: row.vendor, model, residency });
}

const makesEmbeddings = (vendor: string): boolean => vendorById(vendor)?.embeddingsBaseUrl !== undefined;
