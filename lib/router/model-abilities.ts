import type { Effort } from "./effort";

export type ReasoningAbility = "none" | "always" | "switchable";

/** What of a chat's settings a model takes. */
export interface ModelAbilities {
  reasoning: ReasoningAbility;
  /** Whether one that can do both thinks when it is told nothing. */
  thinksUnasked: boolean;
  /** `unthinking`: only while it does not think. */
  temperature: "always" | "unthinking" | "never";
  maxTemperature: number;
  /** In ascending order; empty: it has one way to think, or none. */
  efforts: readonly Effort[];
  /** Tokens; null where it is not known. */
  outputLimit: number | null;
}
