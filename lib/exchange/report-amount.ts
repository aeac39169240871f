import { type ConvertedPart, convert } from "@/lib/money/convert";
import { formatDecimal } from "@/lib/money/format-decimal";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import type { DatedRate, FoundRate, RateBook } from "@/lib/money/rate-book";
import { roundQuotient } from "@/lib/money/round-quotient";

const RATE_DIGITS = 12;

/** A rate as it is told beside a figure. */
export interface UsedRate {
  /** What one unit was worth; rounded to twelve digits unless `exact`. */
  rate: string;
  exact: boolean;
  /** The day that it is of, which may be before the amount's. */
  day: string;
  /** As they were entered: one, or two that were multiplied. */
  legs: readonly DatedRate[];
}

export interface ReportedAmount {
  currency: string;
  /** In `currency`, rounded once to 10^-12 of it; null where a day has no rate: then the native amount is all there
   *  is. */
  amount: string | null;
  /** By day, each once. Empty where the amount is of this currency anyway. */
  rates: UsedRate[];
  /** The first day that has no rate. */
  missingDay: string | null;
}

export interface DatedAmount {
  currency: string;
  day: string;
  pico: bigint;
}

/** Amounts, each at the rate of its day, as one in another currency. */
export function reportAmount(
  amounts: readonly DatedAmount[],
  currency: string,
  book: RateBook,
): ReportedAmount {
  const parts: ConvertedPart[] = [];
  const used = new Map<string, UsedRate>();
  for (const { currency: from, day, pico } of amounts) {
    const found = book.find(from, currency, day);
    if (!found) return { currency, amount: null, rates: [], missingDay: day };
    parts.push({ pico, ratio: found.ratio });
    if (found.day !== null) used.set(keyOf(from, found), toUsedRate(found, found.day));
  }
  const rates = [...used.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return { currency, amount: picoToDecimal(convert(parts)), rates, missingDay: null };
}

/** Of two legs both days count: the same earlier day with another later one is another rate. */
const keyOf = (from: string, { legs }: FoundRate) => [from, ...legs.map(({ day }) => day)].join(" ");

function toUsedRate({ ratio: { numerator, denominator }, legs }: FoundRate, day: string): UsedRate {
  const scaled = numerator * 10n ** BigInt(RATE_DIGITS);
  const rate = formatDecimal(roundQuotient(scaled, denominator), RATE_DIGITS);
  return { rate, exact: scaled % denominator === 0n, day, legs };
}
