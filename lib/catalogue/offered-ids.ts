import type { ProviderRow } from "@/db/queries/providers";
import { LOCAL_VENDORS } from "@/lib/providers/detect-local";
import type { ModelBook } from "./model-book";

const LOCAL: readonly string[] = LOCAL_VENDORS;

/** What a provider lists, then what a person said is there; of one that keeps no list, what the catalogue knows of its
 *  vendor. A local server lists all that it has, so what it does not list was removed there. */
export function offeredIds(
  row: Pick<ProviderRow, "vendor" | "models" | "modelsListedAt">,
  book: Pick<ModelBook, "byHand" | "names">,
): string[] {
  const listed = row.models.map(({ id }) => id);
  if (LOCAL.includes(row.vendor)) return listed;
  const further = keepsNoList(row) ? namesOf(row.vendor, book) : book.byHand(row.vendor);
  if (further.length === 0) return listed;
  const known = new Set(listed.map((id) => id.toLowerCase()));
  return [...listed, ...further.filter((id) => !known.has(id.toLowerCase()) && known.add(id.toLowerCase()))];
}

const namesOf = (vendor: string, book: Pick<ModelBook, "names">): string[] =>
  book
    .names()
    .filter(([of]) => of === vendor)
    .map(([, id]) => id);

/** It was asked and has none to tell. */
const keepsNoList = ({ models, modelsListedAt }: Pick<ProviderRow, "models" | "modelsListedAt">): boolean =>
  models.length === 0 && modelsListedAt !== null;
