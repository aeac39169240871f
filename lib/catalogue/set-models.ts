import type { CatalogueModelRow } from "@/db/queries/catalogue";
import type { CatalogueEntry } from "./entry";
import { undated } from "./undated";

/** What one team, or the instance, says of models. */
export interface SetModels {
  /** By vendor, then by lower-case id: what was imported, with what was set by hand over it. */
  entries: ReadonlyMap<string, ReadonlyMap<string, CatalogueEntry>>;
  /** `vendor/model` names. */
  hidden: ReadonlySet<string>;
  /** Ids by vendor that a person spoke of. */
  byHand: ReadonlyMap<string, readonly string[]>;
}

export const NO_MODELS_SET: SetModels = {
  entries: new Map(),
  hidden: new Set(),
  byHand: new Map(),
};

export function toSetModels(rows: readonly CatalogueModelRow[]): SetModels {
  const entries = new Map<string, Map<string, CatalogueEntry>>();
  const hidden = new Set<string>();
  const inOrder = [...rows].sort((a, b) => rank(a) - rank(b) || (a.origin < b.origin ? -1 : 1));
  for (const { vendor, model, entry, hidden: isHidden } of inOrder) {
    if (isHidden) hidden.add(`${vendor}/${model}`);
    const ofVendor = entries.get(vendor) ?? new Map<string, CatalogueEntry>();
    entries.set(vendor, ofVendor);
    ofVendor.set(model, { ...ofVendor.get(model), ...entry });
  }
  const said = rows.filter(({ origin, hidden: isHidden }) => origin === "person" && !isHidden);
  const byHand = Map.groupBy(said, ({ vendor }) => vendor);
  const ids = [...byHand].map(([vendor, ofVendor]) => [vendor, ofVendor.map(({ model }) => model)] as const);
  return { entries, hidden, byHand: new Map(ids) };
}

/** What is said of a model, or of the one that a dated id dates. */
export function setEntry({ entries }: SetModels, vendor: string, id: string): CatalogueEntry | null {
  const models = entries.get(vendor);
  const name = id.toLowerCase();
  return models?.get(name) ?? models?.get(undated(name)) ?? null;
}

const rank = ({ origin }: CatalogueModelRow) => (origin === "person" ? 1 : 0);
