import { type AmountSum, AmountSums } from "@/lib/money/amount-sums";
import type { FoundCorrections } from "./find-corrections";

export interface Recalculated {
  /** That were looked at. */
  calls: number;
  /** Whose cost was not what the book says. */
  corrected: number;
  /** Of these, those that had no price before. */
  priced: number;
  /** That the book has no price for; they stay as they are. */
  unpriced: number;
  /** What is added to the total of each currency; may be negative. */
  added: AmountSum[];
}

/** Adds up what was found, page by page. */
export class RecalculatedSum {
  readonly #counts = { calls: 0, corrected: 0, priced: 0, unpriced: 0 };
  readonly #added = new AmountSums();

  add(found: FoundCorrections): void {
    for (const name of ["calls", "corrected", "priced", "unpriced"] as const)
      this.#counts[name] += found[name];
    for (const { currency, costPico } of found.rows) this.#added.add(currency, costPico);
  }

  value(): Recalculated {
    return { ...this.#counts, added: this.#added.list() };
  }
}

export function toRecalculated(found: FoundCorrections): Recalculated {
  const sum = new RecalculatedSum();
  sum.add(found);
  return sum.value();
}
