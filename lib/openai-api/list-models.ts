import { allowedModels } from "@/lib/completion/allowed-models";
import { embedders } from "@/lib/completion/find-embedder";
import { isForKey, limitOffers } from "@/lib/completion/limit-offers";
import { type Offers, readOffersFor } from "@/lib/completion/offers";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import { CHOSEN_MODES } from "@/lib/router/choice";
import { nameOf } from "@/lib/router/model-name";

export interface ApiModel {
  id: string;
  object: "model";
  created: number;
  owned_by: string;
}

/** What a key may ask: models, and the modes, which are asked by their names as models are. */
export async function listModels({ db, actor, key }: Context): Promise<ApiModel[]> {
  requirePermission(actor, "chat:use");
  const offers = limitOffers(await readOffersFor(db, actor), key);
  return [
    ...answerers(offers, key),
    ...embedders(offers)
      .filter((model) => isForKey(nameOf(model), key))
      .map((model) => toModel(nameOf(model), model.row.vendor)),
  ];
}

/** Of them, what answers questions. */
export async function listAnswerers({ db, actor, key }: Context): Promise<ApiModel[]> {
  requirePermission(actor, "chat:use");
  return answerers(limitOffers(await readOffersFor(db, actor), key), key);
}

function answerers(offers: Offers, key: Context["key"]): ApiModel[] {
  const modes = CHOSEN_MODES.filter((mode) => key?.modes?.includes(mode) ?? true);
  const models = allowedModels(offers, new Date());
  return [
    ...(models.length === 0 ? [] : modes).map((id) => toModel(id, "wye")),
    ...models.map((model) => toModel(nameOf(model), model.vendor)),
  ];
}

/** @param id as it stands in an address, where its slash may be encoded
 *  @throws AppError `unknown_model` */
export async function getModel(context: Context, id: string): Promise<ApiModel> {
  requirePermission(context.actor, "chat:use");
  const wanted = decoded(id).toLowerCase();
  const found = (await listModels(context)).find((model) => model.id.toLowerCase() === wanted);
  if (!found) throw new AppError("unknown_model", { model: id });
  return found;
}

/** When a model was made is not known, and the wire wants a number. */
const toModel = (id: string, owner: string): ApiModel => ({
  ...{ id, object: "model", created: 0, owned_by: owner },
});

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    // What is no encoding is the name itself.
    return id;
  }
}
