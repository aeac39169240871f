import type { Rate } from "@/lib/pricing/rate";
import { toRateSnapshot } from "@/lib/pricing/rate-snapshot";
import type { PriceBook } from "./price-book";

export interface ChargedRate {
  /** Null: unpriced. Where the keys differ, that of the first which has one. */
  rate: Rate | null;
  /** The keys that it may be called with are not charged alike. */
  byKey: boolean;
}

/** What a call of a model is charged at now, with any of the keys that it may be made with.
 *  @param keys ids of credentials, null for a call without one; none for a model that nobody offers */
export function chargedRate(
  book: Pick<PriceBook, "rate">,
  vendor: string,
  model: string,
  keys: readonly (string | null)[],
  now: Date,
): ChargedRate {
  const ways = keys.length === 0 ? [null] : keys;
  const rates = [...new Set(ways.map((key) => book.rate(vendor, model, now, key)))];
  const byKey = rates.length > 1 && new Set(rates.map(termsOf)).size > 1;
  return { rate: rates.find((rate) => rate !== null) ?? null, byKey };
}

/** What makes two prices the same to whoever pays them. */
function termsOf(rate: Rate | null): string {
  if (rate === null) return "unpriced";
  const { vendor: _v, model: _m, validFrom: _f, validTo: _t, version: _n, ...terms } = toRateSnapshot(rate);
  return JSON.stringify(terms);
}
