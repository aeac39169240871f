import type { CatalogueModelRow } from "@/db/queries/catalogue";
import type { CatalogueEntry } from "./entry";
import { undated } from "./undated";

type Entries = ReadonlyMap<string, ReadonlyMap<string, CatalogueEntry>>;

/** What one team, or the instance, says of models. */
export interface SetModels {
  /** By vendor, then by lower-case id: what was imported, with what was set by hand over it. */
  entries: Entries;
  /** As `entries`, without what was set by hand. */
  imported: Entries;
  /** `vendor/model` names. */
  hidden: ReadonlySet<string>;
  /** Ids by vendor that a person spoke of, as the vendor spells them. */
  byHand: ReadonlyMap<string, readonly string[]>;
}

export const NO_MODELS_SET: SetModels = {
  entries: new Map(),
  imported: new Map(),
  hidden: new Set(),
  byHand: new Map(),
};

export function toSetModels(rows: readonly CatalogueModelRow[]): SetModels {
  const inOrder = [...rows].sort((a, b) => rank(a) - rank(b) || (a.origin < b.origin ? -1 : 1));
  const said = rows.filter((row) => isByHand(row) && !row.hidden);
  const byHand = Map.groupBy(said, ({ vendor }) => vendor);
  return {
    entries: toEntries(inOrder),
    imported: toEntries(inOrder.filter((row) => !isByHand(row))),
    hidden: new Set(rows.filter(({ hidden }) => hidden).map(({ vendor, model }) => `${vendor}/${model}`)),
    byHand: new Map(
      [...byHand].map(([vendor, ofVendor]) => [
        vendor,
        ofVendor.map(({ model, entry }) => entry.id ?? model),
      ]),
    ),
  };
}

function toEntries(rows: readonly CatalogueModelRow[]): Entries {
  const entries = new Map<string, Map<string, CatalogueEntry>>();
  for (const { vendor, model, entry } of rows) {
    const ofVendor = entries.get(vendor) ?? new Map<string, CatalogueEntry>();
    entries.set(vendor, ofVendor);
    ofVendor.set(model, { ...ofVendor.get(model), ...entry });
  }
  return entries;
}

/** What is said of a model, or of the one that a dated id dates.
 *  @param from all that is said, or only what was imported */
export function setEntry(
  set: SetModels,
  vendor: string,
  id: string,
  from: "entries" | "imported" = "entries",
): CatalogueEntry | null {
  const models = set[from].get(vendor);
  const name = id.toLowerCase();
  return models?.get(name) ?? models?.get(undated(name)) ?? null;
}

const isByHand = ({ origin }: CatalogueModelRow) => origin === "person";
const rank = (row: CatalogueModelRow) => (isByHand(row) ? 1 : 0);
