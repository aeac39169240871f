import type { ErrorData } from "@/lib/errors";
import type { Currency } from "@/lib/money/pico";
import type { ChosenMode } from "@/lib/router/choice";
import type { ModelAbilities } from "@/lib/router/model-abilities";
import type { RoutingPolicy } from "@/lib/router/policy/policy";

/** Per million tokens, as exact decimal strings. */
export interface PickerPrice {
  currency: Currency;
  inputPerMillion: string;
  outputPerMillion: string;
  /** The provider's keys are not charged alike: this is what one of them is. */
  varies: boolean;
}

export interface PickerModel {
  /** `vendor/model`, as a choice names it. */
  name: string;
  displayName: string;
  /** What it is called in the other language, to be found by it; null where that is the same. */
  otherName: string | null;
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
  mode: ChosenMode;
  /** The model that would answer now, or null when the mode has none. Of Auto, the one that would if nothing speaks for
   *  Reasoning. */
  model: PickerModel | null;
  /** Why it has none. */
  reason: ErrorData | null;
}

export interface Picker {
  /** Auto, Knowledge, Reasoning. */
  modes: readonly PickerMode[];
  /** Of a page that was just opened only the first, and what it shows besides. */
  models: readonly PickerModel[];
  /** How many there are to choose from. */
  total: number;
  /** Names of models that the person starred, the last one first; some may not be here any more. */
  favourites: readonly string[];
  /** Names of models that the person chose, the last one first. */
  recent: readonly string[];
  /** What the team wants done with a chat that is too long for its model. */
  tooLong: RoutingPolicy["tooLong"];
}

/** Why a model of the catalogue is not among those that can be chosen. `vendor`: no key of its vendor is connected.
 *  `model`: one is, and does not offer it. `hidden`: the team or the server has hidden it. `policy`: the
 *  team's routing does not allow it. `role`: the team does not allow it to this person, by their role or groups. */
export interface UnavailableModel {
  name: string;
  displayName: string;
  vendorName: string;
  reason: "vendor" | "model" | "hiddenByTeam" | "hiddenByInstance" | "policy" | "role";
}

export interface Unavailable {
  models: readonly UnavailableModel[];
  /** Names of those in the team whom a person asks that may not connect a vendor or show a model; none for one who
   *  may. */
  ask: readonly string[];
}
