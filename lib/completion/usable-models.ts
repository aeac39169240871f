import type { ProviderRow } from "@/db/queries/providers";
import type { Book } from "@/lib/catalogue/book";
import type { CatalogueModel } from "@/lib/catalogue/describe-model";
import { LOCAL_VENDORS } from "@/lib/providers/detect-local";
import type { ModelName } from "@/lib/router/model-name";

/** A model that a connected provider offers, with what is known of it. */
export interface UsableModel extends ModelName {
  row: ProviderRow;
  described: CatalogueModel;
  /** Tokens, as the catalogue knows or the provider says; null where neither does. */
  contextLength: number | null;
}

const DEMO_VENDOR = "demo";
const LOCAL: readonly string[] = LOCAL_VENDORS;

/** Every model the providers offer, or a person added for their vendor, and nobody hid, each name once: a team's own provider hides the instance's of the
 *  same name, and the demo comes last, since nobody should be routed to it who has a real model. */
export function usableModels(rows: readonly ProviderRow[], book: Book): UsableModel[] {
  const names = new Set<string>();
  const own = rows.filter(({ name }) => !names.has(name) && names.add(name));
  const real = own.filter(({ vendor }) => vendor !== DEMO_VENDOR);
  const demo = own.filter(({ vendor }) => vendor === DEMO_VENDOR);
  return [...real, ...demo].flatMap((row) => {
    const lengths = new Map(row.models.map(({ id, contextLength }) => [id, contextLength]));
    return idsOf(row, book)
      .filter((id) => !book.isHidden(row.vendor, id))
      .map((id) => describe(row, id, book, lengths.get(id)));
  });
}

/** What a provider lists, then what a person said is there; of one that keeps no list, what the catalogue knows of its
 *  vendor. */
function idsOf(row: ProviderRow, book: Book): string[] {
  const listed = row.models.map(({ id }) => id);
  const further = keepsNoList(row) ? namesOf(row.vendor, book) : book.byHand(row.vendor);
  if (further.length === 0) return listed;
  const known = new Set(listed.map((id) => id.toLowerCase()));
  return [...listed, ...further.filter((id) => !known.has(id.toLowerCase()) && known.add(id.toLowerCase()))];
}

const namesOf = (vendor: string, book: Book): string[] =>
  book
    .names()
    .filter(([of]) => of === vendor)
    .map(([, id]) => id);

/** It was asked and has none to tell; a local server that has none has pulled none. */
const keepsNoList = ({ vendor, models, modelsListedAt }: ProviderRow): boolean =>
  models.length === 0 && modelsListedAt !== null && !LOCAL.includes(vendor);

export function usable(row: ProviderRow, modelId: string, book: Book): UsableModel {
  return describe(row, modelId, book, row.models.find(({ id }) => id === modelId)?.contextLength);
}

function describe(
  row: ProviderRow,
  modelId: string,
  book: Book,
  listed: number | null | undefined,
): UsableModel {
  const described = book.describe(row.vendor, modelId);
  const contextLength = described.contextLength ?? listed ?? null;
  return { provider: row.name, model: modelId, row, described, contextLength };
}
