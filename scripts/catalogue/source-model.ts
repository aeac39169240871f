import type { CatalogueEntry } from "@/lib/catalogue/entry";

/** What one source says of one model. */
export interface SourceModel {
  /** Wye's id of the vendor. */
  vendor: string;
  id: string;
  entry: CatalogueEntry;
}

/** A published package of facts, unpacked. */
export interface FactPackage {
  name: string;
  version: string;
  /** The UTC day on which it was published. */
  date: string;
  folder: string;
}
