import type { StatedPrices, StatedSchedule, StatedTariff } from "@/lib/pricing/make-rate";
import type { CatalogueEntry } from "../entry";

export const IMPORT_FORMATS = ["litellm", "models.dev", "genai-prices", "portkey"] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** A price as a file states it, from a day on; null: from now. */
export interface ImportedPrice extends StatedSchedule {
  perMillion: StatedPrices;
  tariffs?: readonly StatedTariff[];
  from: string | null;
}

export interface ImportedModel {
  vendor: string;
  /** Lower case. */
  model: string;
  entry: CatalogueEntry;
  /** By day; empty where the file has none. All files state US dollars. */
  prices: readonly ImportedPrice[];
  /** What of its price makes no sense and is not taken, and why. */
  leftOut?: readonly string[];
}

/** One row of a file, still to be read. */
export interface FileRow {
  /** As the file names it. */
  name: string;
  /** Null: not a model that Wye can ask. @throws RangeError, which says what is wrong with the row */
  read: () => ImportedModel | null;
}

export interface Refusal {
  row: string;
  why: string;
}

export interface ParsedFile {
  models: ImportedModel[];
  refused: Refusal[];
  /** Rows of vendors that Wye does not know, and of models that answer no chat. */
  passedOver: number;
}
