import type { AmountSum } from "@/lib/money/amount-sums";
import type { Mode } from "@/lib/router/choice";

/** Who answers in a mode. */
export interface Answerer {
  /** `provider/model`. */
  model: string;
  mode: Mode | null;
}

/** Questions that would go another way. */
export interface RoutedOtherwise {
  from: Answerer;
  /** Null: nobody could answer. */
  to: Answerer | null;
  questions: number;
}

/** What another policy would have made of past questions. Numbers and names alone: nothing of what was said. */
export interface DryRun {
  /** Looked at; `gone` are those whose text is deleted. */
  questions: number;
  gone: number;
  /** When the oldest was asked, ISO 8601; null: there is none. */
  since: string | null;
  /** Most questions first. */
  changes: RoutedOtherwise[];
  /** Questions that each rule decides, by its id. */
  rules: Record<string, number>;
  /** Questions whose cost is known both ways, in these sums; where a question goes another way, its estimate. */
  compared: number;
  estimated: number;
  actual: AmountSum[];
  wouldBe: AmountSum[];
}

/** A page of a dry run. */
export interface DryRunPage extends DryRun {
  /** Who would answer now in each mode under what is tried; null: nobody. */
  answering: Record<Mode, string | null>;
  /** Where the next begins; null: there are no more. */
  nextBeforeId: string | null;
}
