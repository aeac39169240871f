import type { ErrorData } from "@/lib/errors";
import type { Currency } from "@/lib/money/pico";
import type { Mode } from "@/lib/router/choice";
import type { ModelAbilities } from "@/lib/router/model-abilities";

/** Per million tokens, as exact decimal strings. */
export interface PickerPrice {
  currency: Currency;
  inputPerMillion: string;
  outputPerMillion: string;
}

export interface PickerModel {
  /** `vendor/model`, as a choice names it. */
  name: string;
  displayName: string;
  /** The connected provider's id or name; models are grouped by it. */
  vendor: string;
  vendorName: string;
  /** Tokens, or null when unknown. */
  contextLength: number | null;
  /** Tokens of one answer, or null when unknown. */
  outputLimit: number | null;
  /** Null when no price is known. */
  price: PickerPrice | null;
  demo: boolean;
  /** What of a chat's settings it takes. */
  abilities: ModelAbilities;
}

export interface PickerMode {
  mode: Mode;
  /** The model that would answer now, or null when the mode has none. */
  model: PickerModel | null;
  /** Why it has none. */
  reason: ErrorData | null;
}

export interface Picker {
  /** Knowledge, then Reasoning. */
  modes: readonly PickerMode[];
  models: readonly PickerModel[];
}
