import type { Mode } from "./choice";
import type { Reason } from "./classifier/reason";
import type { Effort } from "./effort";
import type { ModelName } from "./model-name";

/** What an answer is expected to take, before it is asked for. */
export interface Estimate {
  inputTokens: number;
  outputTokens: number;
  /** 10^-12 of `currency`; null: the model is unpriced. */
  costPico: bigint | null;
  currency: string | null;
  /** To the last token, in milliseconds; null where nothing was measured. */
  ms: number | null;
}

/** A way to answer. */
export interface Option extends ModelName {
  mode: Mode | null;
  /** Null: as the mode has it. */
  effort: Effort | null;
  estimate: Estimate;
}

/** Who decided the mode. `person`: a mode or a model was chosen. `rule`: the team's. `classifier`: Auto was sure.
 *  `conversation`: the turn before stands. `default`: Auto was unsure, and the policy says what then. */
export type DecidedBy = "person" | "rule" | "classifier" | "conversation" | "default";

/** Why a candidate of the mode does not answer. */
export type LeftOutBecause =
  | "blocked"
  | "not-allowed"
  | "not-permitted"
  | "residency"
  | "no-images"
  | "too-long"
  | "over-ceiling"
  | "over-budget"
  | "failing";

/** The modes' models that it keeps from answering altogether, named or not; the rest only makes them come last. */
export const FORBIDDEN = [
  "blocked",
  "not-allowed",
  "not-permitted",
  "residency",
] as const satisfies readonly LeftOutBecause[];

export interface LeftOut extends ModelName {
  because: LeftOutBecause;
}

/** How one question is answered, and why. */
export interface Decision extends Option {
  decidedBy: DecidedBy;
  /** The rule that decided. */
  ruleId: string | null;
  /** Of the classifier, where it was asked. */
  pReasoning: number | null;
  /** How sure that is: the probability of the mode that was taken; null where nobody had to guess. */
  confidence: number | null;
  /** What made the classifier think so, the weightiest first. */
  reasons: readonly Reason[];
  /** What is tried next before the first token, in order. For a model chosen by name only the same model at other
   *  hosts, unless the person agreed to others. */
  fallbacks: readonly Option[];
  /** What was not taken and might have been: the other mode's first choice. */
  alternatives: readonly Option[];
  leftOut: readonly LeftOut[];
  /** What speaks against the one that answers: it was named, or nothing else is there. Absent: nothing. */
  despite?: LeftOutBecause;
  /** What going from the turn before's model throws away of its vendor's prompt cache; null where nothing is. */
  cacheLoss: { costPico: bigint; currency: string } | null;
  /** The conversation does not fit any model that may answer, or the policy says to summarise first. */
  compact: boolean;
}
