import type { Currency, Pico } from "./pico";
import { picoToDecimal } from "./pico-to-decimal";

export interface AmountSum {
  currency: Currency;
  /** Exact decimal. */
  amount: string;
}

/** Adds amounts up, each currency by itself. */
export class AmountSums {
  readonly #sums = new Map<Currency, Pico>();

  add(currency: Currency, pico: Pico): void {
    this.#sums.set(currency, (this.#sums.get(currency) ?? 0n) + pico);
  }

  /** By currency. */
  list(): AmountSum[] {
    return [...this.#sums]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, pico]) => ({ currency, amount: picoToDecimal(pico) }));
  }
}
