import type { ProviderRow } from "@/db/queries/providers";
import type { Book } from "@/lib/catalogue/book";
import type { CatalogueModel } from "@/lib/catalogue/describe-model";
import { offeredIds } from "@/lib/catalogue/offered-ids";
import { standingProviders } from "@/lib/providers/standing-providers";
import type { ModelName } from "@/lib/router/model-name";

/** A model that a connected provider offers, with what is known of it. */
export interface UsableModel extends ModelName {
  row: ProviderRow;
  described: CatalogueModel;
  /** Tokens, as the catalogue knows or the provider says; null where neither does. */
  contextLength: number | null;
}

const DEMO_VENDOR = "demo";

/** Every model the providers offer, or a person added for their vendor, and nobody hid, each name once; the demo comes
 *  last, since nobody should be routed to it who has a real model. */
export function usableModels(rows: readonly ProviderRow[], book: Book): UsableModel[] {
  const own = standingProviders(rows);
  const real = own.filter(({ vendor }) => vendor !== DEMO_VENDOR);
  const demo = own.filter(({ vendor }) => vendor === DEMO_VENDOR);
  return [...real, ...demo].flatMap((row) => {
    const lengths = new Map(row.models.map(({ id, contextLength }) => [id, contextLength]));
    return offeredIds(row, book)
      .filter((id) => !book.isHidden(row.vendor, id))
      .map((id) => describe(row, id, book, lengths.get(id)));
  });
}

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
