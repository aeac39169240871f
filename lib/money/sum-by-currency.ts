import type { Currency, Pico } from "./pico";

export interface Amount {
  currency: Currency;
  pico: Pico;
}

/** Exact totals, one per currency: amounts of different currencies are never added together. */
export function sumByCurrency(amounts: Iterable<Amount>): Map<Currency, Pico> {
  const totals = new Map<Currency, Pico>();
  for (const { currency, pico } of amounts) totals.set(currency, (totals.get(currency) ?? 0n) + pico);
  return totals;
}
