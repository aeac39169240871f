import type { ProviderRow } from "@/db/queries/providers";
import type { Book } from "@/lib/catalogue/book";
import type { CatalogueModel } from "@/lib/catalogue/describe-model";
import type { Candidate } from "@/lib/router/choose-model";

/** A model that a connected provider offers, with what is known of it. */
export interface UsableModel extends Candidate {
  row: ProviderRow;
  described: CatalogueModel;
  /** Tokens, as the catalogue knows or the provider says; null where neither does. */
  contextLength: number | null;
}

const DEMO_VENDOR = "demo";

/** Every model the providers offer and nobody hid, each name once: a team's own provider hides the instance's of the
 *  same name, and the demo comes last, since nobody should be routed to it who has a real model. */
export function usableModels(rows: readonly ProviderRow[], book: Book): UsableModel[] {
  const names = new Set<string>();
  const own = rows.filter(({ name }) => !names.has(name) && names.add(name));
  const real = own.filter(({ vendor }) => vendor !== DEMO_VENDOR);
  const demo = own.filter(({ vendor }) => vendor === DEMO_VENDOR);
  return [...real, ...demo].flatMap((row) =>
    row.models.filter(({ id }) => !book.isHidden(row.vendor, id)).map(({ id }) => usable(row, id, book)),
  );
}

export function usable(row: ProviderRow, modelId: string, book: Book): UsableModel {
  const described = book.describe(row.vendor, modelId);
  const listed = row.models.find(({ id }) => id === modelId)?.contextLength;
  const contextLength = described.contextLength ?? listed ?? null;
  return { provider: row.name, model: modelId, modes: described.modes, row, described, contextLength };
}
